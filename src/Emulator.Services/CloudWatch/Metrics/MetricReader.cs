using Emulator.Languages.MetricMath;
using Emulator.Storage;

namespace Emulator.Services.CloudWatch.Metrics;

/// <summary>Answers queries on metrics from blocks and heads.</summary>
/// <threadsafety>Safe from any thread.</threadsafety>
sealed class MetricReader(Store store, MetricTracks tracks)
{
    /// <summary>Opens the data of a metric.</summary>
    /// <param name="unit">Only data in this unit; <c>null</c> for data in all units, added up.</param>
    /// <param name="now">The time of the query; the age of data counts from here.</param>
    /// <param name="keepsValues">Whether statistics that need raw values will be asked for.</param>
    public MetricCursor Open(
        MetricSeries series,
        string? unit,
        MetricWindow window,
        DateTimeOffset now,
        bool keepsValues
    )
    {
        var tiers = tracks.TiersOf(series.Key.Namespace, now);
        var from = tiers.FirstTimeFrom(Math.Max(window.Start, tiers.Oldest));
        var to = tiers.FirstTimeFrom(window.End);
        var runs = new List<BucketRun>();
        var blocks = new List<SealedBlock>();
        foreach (var track in series.Tracks)
        {
            if (unit is null || track.Unit == unit)
            {
                Collect(track, from, to, blocks, runs);
            }
        }

        return new MetricCursor([.. runs], window, tiers, keepsValues);
    }

    /// <summary>Reads one statistic of a metric in one unit.</summary>
    /// <param name="label">The label of the result.</param>
    /// <inheritdoc cref="Open"/>
    public TimeSeries Read(
        MetricSeries series,
        string unit,
        Statistic statistic,
        MetricWindow window,
        DateTimeOffset now,
        string label = ""
    )
    {
        var cursor = Open(series, unit, window, now, statistic.NeedsDistribution);
        var times = new List<long>();
        var values = new List<double>();
        var hasOverflow = false;
        while (cursor.MoveNext())
        {
            if (!cursor.Current.TryGet(statistic, out var value))
            {
                continue;
            }

            if (double.IsFinite(value))
            {
                times.Add(cursor.Time);
                values.Add(value);
            }
            else
            {
                hasOverflow = true;
            }
        }

        return new TimeSeries(label, window.Period, [.. times], [.. values], hasOverflow);
    }

    /// <summary>Whether a metric has any data in one unit.</summary>
    /// <inheritdoc cref="Open"/>
    public bool HasData(MetricSeries series, string unit, MetricWindow window, DateTimeOffset now) =>
        Open(series, unit, window, now, keepsValues: false).MoveNext();

    void Collect(MetricTrack track, long from, long to, List<SealedBlock> blocks, List<BucketRun> runs)
    {
        var known = runs.Count;
        while (true)
        {
            blocks.Clear();
            track.Collect(from, to, blocks, runs);
            if (TryReadBlocks(blocks, from, to, runs))
            {
                return;
            }

            // A block has been replaced meanwhile: the index knows where its data is now.
            runs.RemoveRange(known, runs.Count - known);
        }
    }

    bool TryReadBlocks(List<SealedBlock> blocks, long from, long to, List<BucketRun> runs)
    {
        foreach (var block in blocks)
        {
            if (store.ReadBlock(block.Row, MetricBlock.Decode) is not { } read)
            {
                return false;
            }

            BucketRun.AddTo(runs, read.Buckets, from, to);
        }

        return true;
    }
}
