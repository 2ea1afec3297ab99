using Emulator.Services.Resources;

namespace Emulator.Services.Deliveries;

/// <summary>What the emulator has sent, is sending or would have sent to targets outside: to be looked at, waited for and cleared.</summary>
/// <threadsafety>Safe from any thread.</threadsafety>
public sealed class DeliveryLog
{
    readonly EmulatorEngine _engine;

    internal DeliveryLog(EmulatorEngine engine) => _engine = engine;

    /// <summary>Deliveries in the order in which they came about: those that wait, and the last ones that have ended.</summary>
    /// <param name="filter">Which ones; <c>null</c> for all.</param>
    public async Task<IReadOnlyList<DeliveryEntry>> ListAsync(DeliveryFilter? filter = null)
    {
        filter ??= new DeliveryFilter();
        var entries = new List<DeliveryEntry>();
        foreach (var (stored, scope, outcome) in await _engine.Outbox.PlacesAsync())
        {
            if (
                filter.Accepts(scope, outcome)
                && DeliveryBlock.Read(_engine.Store, stored) is { } delivery
                && filter.Accepts(delivery)
            )
            {
                entries.Add(new DeliveryEntry(stored.Id, scope, delivery, outcome));
                if (entries.Count == filter.Limit)
                {
                    break;
                }
            }
        }

        return entries;
    }

    /// <summary>Waits until there are enough deliveries of a kind.</summary>
    /// <param name="filter">Which ones; with a <see cref="DeliveryFilter.State"/> when they are to have ended.</param>
    /// <param name="count">How many; where that is more, so many are listed in spite of <see cref="DeliveryFilter.Limit"/>.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> came first.</exception>
    public async Task<IReadOnlyList<DeliveryEntry>> WaitAsync(
        DeliveryFilter filter,
        int count = 1,
        CancellationToken cancel = default
    )
    {
        filter = filter with { Limit = Math.Max(filter.Limit, count) };
        while (true)
        {
            var changed = _engine.Outbox.Changed;
            var entries = await ListAsync(filter);
            if (entries.Count >= count)
            {
                return entries;
            }

            await changed.WaitAsync(cancel);
        }
    }

    /// <summary>Forgets all deliveries of an account and region, or of all; those too that wait, which are then never sent.</summary>
    public Task ClearAsync(Scope? scope = null) => _engine.Store.Write(write => _engine.Outbox.Clear(write, scope));
}
