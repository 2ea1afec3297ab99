using Emulator.Storage;

namespace Emulator.Services.CloudWatch.Metrics;

/// <summary>Answers queries on metrics from blocks and heads.</summary>
/// <threadsafety>Safe from any thread.</threadsafety>
sealed class MetricReader(Store store, MetricTracks tracks)
{
    /// <summary>Opens the data that a metric has in one unit.</summary>
    /// <param name="now">The time of the query; the age of data counts from here.</param>
    /// <param name="keepsValues">Whether statistics that need raw values will be asked for.</param>
    public MetricCursor Open(
        MetricSeries series,
        string unit,
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
            if (track.Unit == unit)
            {
                Collect(track, from, to, blocks, runs);
            }
        }

        return new MetricCursor([.. runs], window, tiers, keepsValues);
    }

    /// <summary>Reads one statistic of a metric in one unit.</summary>
    /// <inheritdoc cref="Open"/>
    public MetricValues Read(
        MetricSeries series,
        string unit,
        Statistic statistic,
        MetricWindow window,
        DateTimeOffset now
    )
    {
        var cursor = Open(series, unit, window, now, statistic.NeedsDistribution);
        var values = new MetricValues();
        while (cursor.MoveNext())
        {
            if (cursor.Current.TryGet(statistic, out var value))
            {
                values.Add(cursor.Time, value);
            }
        }

        return values;
    }

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
