using Emulator.Storage;

namespace Emulator.Services.CloudWatch.Metrics;

/// <summary>One round of background work on metric data: drops what has expired, and rolls up what has become too old for its resolution.</summary>
/// <threadsafety>One sweep at a time; it changes nothing outside of writes.</threadsafety>
sealed class MetricSweep(EmulatorEngine engine, MetricTracks tracks, DateTimeOffset now)
{
    /// <summary>One write replaces blocks of at most this many tracks or bytes; bounds how long other writes wait.</summary>
    const int BatchTracks = 64;

    const long BatchBytes = 512 << 10;

    readonly List<Action<Write>> _batch = [];
    long _bytes;

    public async ValueTask RunAsync()
    {
        foreach (var scope in engine.Scopes)
        {
            var catalog = scope.CloudWatch.Metrics.Catalog;
            foreach (var series in catalog.List().ToArray())
            {
                var tiers = tracks.TiersOf(series.Key.Namespace, now);
                foreach (var track in series.Tracks)
                {
                    if (track.UpkeepDue() <= now.ToUnixTimeSeconds() || track.HasExpired(tiers.Oldest))
                    {
                        Visit(catalog, track, tiers);
                        await CommitAsync(BatchTracks, BatchBytes);
                    }
                }
            }
        }

        await CommitAsync(1, 0);
    }

    void Visit(SeriesCatalog catalog, MetricTrack track, RetentionTiers tiers)
    {
        var extent = track.Extent();
        if (extent.LastTime < tiers.Oldest)
        {
            _batch.Add(write => Drop_OnWriter(write, catalog, track, tiers));
            return;
        }

        if (extent.OpenFirstTime < tiers.Oldest || tiers.LengthAt(extent.OpenFirstTime) > track.Resolution)
        {
            _batch.Add(write => Freeze_OnWriter(write, track));
        }

        var expired = extent.Blocks.Where(block => block.LastTime < tiers.Oldest).ToList();
        if (expired.Count > 0)
        {
            _batch.Add(write => Replace_OnWriter(write, track, expired, []));
        }

        foreach (var group in Rollup.Plan([.. extent.Blocks.Except(expired)], tiers))
        {
            Rewrite(track, group, tiers.Oldest);
        }
    }

    void Rewrite(MetricTrack track, RollupGroup group, long oldest)
    {
        var parts = group.Blocks.Select(block => engine.Store.ReadBlock(block.Row, MetricBlock.Decode)).ToList();
        if (parts.Contains(null))
        {
            // The track has been reset meanwhile.
            return;
        }

        var merged = Rollup.Merge(parts.Select(part => part!.Buckets), group.Resolution, oldest);
        var bodies = merged
            .Chunk(MetricBlock.MaxBuckets)
            .Select(buckets => new NewBlock(group.Resolution, buckets, MetricBlock.Encode(buckets)))
            .ToList();
        _bytes += bodies.Sum(block => block.Body.Length);
        _batch.Add(write => Replace_OnWriter(write, track, group.Blocks, bodies));
    }

    async ValueTask CommitAsync(int minTracks, long minBytes)
    {
        if (_batch.Count == 0 || (_batch.Count < minTracks && _bytes < minBytes))
        {
            return;
        }

        await engine.Store.Write(write => _batch.ForEach(change => change(write)));
        _batch.Clear();
        _bytes = 0;
    }

    static void Drop_OnWriter(Write write, SeriesCatalog catalog, MetricTrack track, RetentionTiers tiers)
    {
        if (!track.IsRemoved && track.Extent().LastTime < tiers.Oldest)
        {
            catalog.Remove_OnWriter(write, [track]);
        }
    }

    void Freeze_OnWriter(Write write, MetricTrack track)
    {
        if (track.OpenFromSequence_OnWriter != long.MaxValue)
        {
            engine.Sealer.Add(track.Freeze_OnWriter(write));
        }
    }

    static void Replace_OnWriter(
        Write write,
        MetricTrack track,
        IReadOnlyList<SealedBlock> blocks,
        IReadOnlyList<NewBlock> replacement
    )
    {
        if (track.IsRemoved)
        {
            return;
        }

        foreach (var block in blocks)
        {
            write.DeleteBlock(block.Row.Id);
        }

        var added = new List<SealedBlock>();
        foreach (var (resolution, buckets, body) in replacement)
        {
            var block = SealedBlock.Describe(write.NextSequence(), track.Id, resolution, buckets);
            write.InsertBlock(block.Row, body);
            added.Add(block);
        }

        track.Replace_OnWriter(blocks.Select(block => block.Row.Id).ToHashSet(), added);
    }

    readonly record struct NewBlock(int Resolution, Bucket[] Buckets, byte[] Body);
}
