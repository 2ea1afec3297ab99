using Emulator.Services.Resources;

namespace Emulator.Services.Deliveries;

/// <summary>Deliveries that go out one after another. Of those that wait only their places on disk are in memory.</summary>
/// <param name="gate">Bounds how many lanes send to the same target at a time.</param>
/// <threadsafety>Belongs to the writer.</threadsafety>
sealed class DeliveryLane(LaneKey key, SemaphoreSlim gate)
{
    readonly Queue<DeliveryRef> _waiting = new();
    DeliveryOutcome _headOutcome = DeliveryOutcome.None;

    public LaneKey Key => key;

    /// <summary>Safe from any thread.</summary>
    public SemaphoreSlim Gate => gate;

    public bool IsEmpty => _waiting.Count == 0;

    /// <summary>The delivery whose turn it is; <c>null</c> when none is left, or when they have been cleared.</summary>
    public PendingDelivery? Head => _waiting.TryPeek(out var head) ? new PendingDelivery(head, _headOutcome) : null;

    /// <summary>All that wait, the head first.</summary>
    public IEnumerable<PendingDelivery> Waiting =>
        _waiting.Select(
            (stored, place) => new PendingDelivery(stored, place == 0 ? _headOutcome : DeliveryOutcome.None)
        );

    /// <param name="outcome">Of a delivery that has been tried before, found at start-up.</param>
    public void Add(DeliveryRef stored, DeliveryOutcome? outcome = null)
    {
        if (IsEmpty)
        {
            _headOutcome = outcome ?? DeliveryOutcome.None;
        }

        _waiting.Enqueue(stored);
    }

    /// <summary>Notes an attempt at the head that is to be repeated.</summary>
    public void Keep(DeliveryOutcome outcome) => _headOutcome = outcome;

    public void RemoveHead()
    {
        _waiting.Dequeue();
        _headOutcome = DeliveryOutcome.None;
    }

    public void Clear() => _waiting.Clear();
}

/// <summary>What has to be the same for deliveries to keep their order.</summary>
readonly record struct LaneKey(Scope Scope, string Target, string OrderingKey);

/// <summary>A delivery that waits for its first or its next attempt.</summary>
readonly record struct PendingDelivery(DeliveryRef Stored, DeliveryOutcome Outcome);
