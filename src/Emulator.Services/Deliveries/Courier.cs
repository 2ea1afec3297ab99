using Emulator.Services.Time;
using Emulator.Storage;

namespace Emulator.Services.Deliveries;

/// <summary>Carries the deliveries of each lane, one after another, in the background.</summary>
/// <threadsafety>Safe from any thread.</threadsafety>
sealed class Courier(Outbox outbox, Store store, EmulatorClock clock, EngineOptions options) : IDisposable
{
    /// <summary>How long what is on its way may take when the emulator stops.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    readonly CancellationTokenSource _stop = new();
    readonly CancellationTokenSource _abort = new();

    /// <summary>Carries what a lane holds until it is empty.</summary>
    public async Task CarryAsync(DeliveryLane lane)
    {
        try
        {
            // When a write returns, what came before it has been committed and may be sent.
            var head = await store.Write(_ => lane.Head);
            while (head is { } pending && !_stop.IsCancellationRequested)
            {
                if (await AttemptAsync(lane, pending) is not { } entry)
                {
                    return;
                }

                head = await store.Write(write => outbox.Record_OnWriter(write, lane, pending.Stored, entry));
                if (entry.Outcome.State == DeliveryState.Pending)
                {
                    await Task.Delay(RetryRule.DelayAfter(entry.Outcome.Attempts), clock, _stop.Token);
                    head = await store.Write(_ => lane.Head);
                }
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The next start goes on.
        }
        catch (StoreFailedException)
        {
            // The process ends; the next one goes on.
        }
        catch (Exception error)
        {
            // Such as a damaged database: the lane stands still until the next start.
            options.OnBackgroundError($"carrying deliveries to {lane.Key.Target}", error);
        }
    }

    /// <summary>Begins no further attempt.</summary>
    public void Stop()
    {
        _stop.Cancel();
        _abort.CancelAfter(Patience);
    }

    public void Dispose()
    {
        _stop.Dispose();
        _abort.Dispose();
    }

    /// <returns>The delivery as it is after the attempt; <c>null</c> when it has been cleared.</returns>
    async Task<DeliveryEntry?> AttemptAsync(DeliveryLane lane, PendingDelivery pending)
    {
        await lane.Gate.WaitAsync(_stop.Token);
        try
        {
            if (DeliveryBlock.Read(store, pending.Stored) is not { } delivery)
            {
                return null;
            }

            var entry = new DeliveryEntry(pending.Stored.Id, lane.Key.Scope, delivery, pending.Outcome);
            if (!options.Transport.Reaches(delivery.Target))
            {
                return entry with { Outcome = DeliveryOutcome.Recorded };
            }

            var now = clock.RealNow;
            return entry with { Outcome = Judge(entry, await SendAsync(entry), now) };
        }
        finally
        {
            lane.Gate.Release();
        }
    }

    async Task<SendResult> SendAsync(DeliveryEntry entry)
    {
        try
        {
            return await options.Transport.SendAsync(entry, _abort.Token);
        }
        catch (Exception error) when (!_abort.IsCancellationRequested)
        {
            // A mistake of ours must not stop the lane for ever.
            options.OnBackgroundError($"sending delivery {entry.Id}", error);
            return new SendResult(SendStatus.Refused, error.Message);
        }
    }

    static DeliveryOutcome Judge(DeliveryEntry entry, SendResult result, DateTimeOffset now)
    {
        var outcome = entry.Outcome with
        {
            Attempts = entry.Outcome.Attempts + 1,
            FirstAttempt = entry.Outcome.FirstAttempt ?? now,
            LastError = result.Error,
        };
        return outcome with
        {
            State = result.Status switch
            {
                SendStatus.Delivered => DeliveryState.Succeeded,
                SendStatus.Unavailable when RetryRule.Of(entry.Delivery.Source).AllowsAnother(outcome, now) =>
                    DeliveryState.Pending,
                _ => DeliveryState.Failed,
            },
        };
    }
}
