namespace Emulator.Services.CloudWatch.Metrics;

/// <summary>Metrics in the order in which they were first seen.</summary>
/// <threadsafety>Changed inside a write; read from any thread, each time a consistent snapshot.</threadsafety>
sealed class SeriesList
{
    volatile Snapshot _snapshot = new([], 0);

    public ReadOnlySpan<MetricSeries> All => _snapshot.Span;

    /// <summary>The metrics that were first seen after the one with this id.</summary>
    public ReadOnlySpan<MetricSeries> After(long id)
    {
        var all = All;
        return all[IndexAfter(all, id)..];
    }

    public void Add_OnWriter(MetricSeries series)
    {
        var (items, count) = (_snapshot.Items, _snapshot.Count);
        var index = IndexAfter(_snapshot.Span, series.Id);
        if (index < count)
        {
            // Only at start-up, where metrics come in any order.
            items = [.. items.AsSpan(0, index), series, .. items.AsSpan(index, count - index)];
            _snapshot = new Snapshot(items, count + 1);
            return;
        }

        if (count == items.Length)
        {
            Array.Resize(ref items, Math.Max(4, count * 2));
        }

        items[count] = series;
        _snapshot = new Snapshot(items, count + 1);
    }

    public void Remove_OnWriter(IReadOnlySet<MetricSeries> gone)
    {
        MetricSeries[] rest = [.. All.ToArray().Where(series => !gone.Contains(series))];
        _snapshot = new Snapshot(rest, rest.Length);
    }

    static int IndexAfter(ReadOnlySpan<MetricSeries> all, long id) =>
        Ascending.IndexFrom(all, id + 1, static (in MetricSeries series) => series.Id);

    /// <summary>Items beyond the count may be written while the snapshot is read.</summary>
    sealed record Snapshot(MetricSeries[] Items, int Count)
    {
        public ReadOnlySpan<MetricSeries> Span => Items.AsSpan(0, Count);
    }
}
