namespace Emulator.Server.Requests;

/// <summary>The last requests that AWS clients have sent, oldest first; the control API's own are not among them.</summary>
/// <remarks>A request is here before its answer leaves, so that a test that has the answer finds the request.</remarks>
/// <threadsafety>Safe from any thread.</threadsafety>
public sealed class ReceivedRequests
{
    /// <summary>The most that bodies take together; the oldest requests make room.</summary>
    const long MaxBytes = 16 << 20;

    readonly int _capacity;
    readonly Lock _lock = new();

    // All guarded by _lock.
    readonly Queue<ReceivedRequest> _kept = new();
    long _bytes;
    TaskCompletionSource? _arrival;

    /// <param name="capacity">How many requests are kept; 0 for none.</param>
    internal ReceivedRequests(int capacity) => _capacity = capacity;

    /// <summary>Whether requests are kept at all.</summary>
    internal bool AreKept => _capacity > 0;

    /// <summary>The requests that are kept.</summary>
    /// <exception cref="InvalidOperationException">The emulator was told to keep none.</exception>
    public IReadOnlyList<ReceivedRequest> All => Snapshot(out _);

    /// <summary>Forgets every request.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _kept.Clear();
            _bytes = 0;
        }
    }

    /// <summary>Waits for requests.</summary>
    /// <param name="isMeant">Which requests count.</param>
    /// <param name="count">How many there must be, with those that were there before.</param>
    /// <param name="patience">How long to wait, in the machine's time.</param>
    /// <returns>The requests that count.</returns>
    /// <exception cref="InvalidOperationException">The emulator was told to keep none.</exception>
    /// <exception cref="TimeoutException">There were fewer when the time was over.</exception>
    public async Task<IReadOnlyList<ReceivedRequest>> WaitAsync(
        Func<ReceivedRequest, bool> isMeant,
        int count,
        TimeSpan patience,
        CancellationToken cancel = default
    )
    {
        var system = TimeProvider.System;
        var start = system.GetTimestamp();
        while (true)
        {
            List<ReceivedRequest> found = [.. Snapshot(out var arrival).Where(isMeant)];
            if (found.Count >= count)
            {
                return found;
            }

            var left = patience - system.GetElapsedTime(start);
            try
            {
                await arrival.WaitAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, system, cancel);
            }
            catch (TimeoutException)
            {
                throw new TimeoutException($"{found.Count} of {count} requests came within {patience.TotalSeconds} s.");
            }
        }
    }

    internal void Add(ReceivedRequest request)
    {
        TaskCompletionSource? arrival;
        lock (_lock)
        {
            _kept.Enqueue(request);
            _bytes += request.BodyBytes;
            while (_kept.Count > _capacity || _bytes > MaxBytes)
            {
                _bytes -= _kept.Dequeue().BodyBytes;
            }

            (arrival, _arrival) = (_arrival, null);
        }

        arrival?.SetResult();
    }

    /// <param name="arrival">Completes when another request comes.</param>
    IReadOnlyList<ReceivedRequest> Snapshot(out Task arrival)
    {
        if (!AreKept)
        {
            throw new InvalidOperationException("This emulator was told to keep no requests.");
        }

        lock (_lock)
        {
            _arrival ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            arrival = _arrival.Task;
            return [.. _kept];
        }
    }
}
