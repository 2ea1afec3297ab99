using Emulator.Services.Resources;
using Emulator.Services.Sealing;
using Emulator.Storage;

namespace Emulator.Services.CloudWatch.Metrics;

/// <summary>The metric data of all accounts and regions, as the store, the sealer and the sweep see it.</summary>
/// <threadsafety>Changed inside a write and at start-up; <see cref="SweepAsync"/> is for the sweep alone.</threadsafety>
sealed class MetricTracks(EmulatorEngine engine) : IJournaledState
{
    readonly Dictionary<long, MetricTrack> _byId = [];

    /// <summary>Tracks with data that is not in a block yet.</summary>
    readonly HashSet<MetricTrack> _unsealed = [];

    volatile RetentionRules _retention = RetentionRules.Standard;

    public BlockKind BlockKind => BlockKind.Metrics;

    public JournalKind JournalKind => JournalKind.MetricSamples;

    /// <summary>How long data is kept. A change is in force at once, for data that is there already too.</summary>
    public RetentionRules Retention
    {
        get => _retention;
        set => _retention = value;
    }

    public long FirstUnsealedSequence =>
        _unsealed.Count == 0 ? long.MaxValue : _unsealed.Min(track => track.FirstUnsealedSequence_OnWriter);

    /// <summary>How fine the data of a namespace is by its age, at a moment.</summary>
    public RetentionTiers TiersOf(string ns, DateTimeOffset now) => new(now, _retention.For(ns));

    public void Add_OnWriter(MetricTrack track) => _byId.Add(track.Id, track);

    /// <summary>Forgets a track and all its data.</summary>
    public void Remove_OnWriter(Write write, MetricTrack track)
    {
        _byId.Remove(track.Id);
        write.DeleteHead(BlockKind, track.Id);
        foreach (var block in track.Remove_OnWriter())
        {
            write.DeleteBlock(block.Row.Id);
        }
    }

    /// <summary>Notes that a track has data that is not in a block.</summary>
    public void Unsealed_OnWriter(MetricTrack track) => _unsealed.Add(track);

    /// <summary>Notes that all data of a track is in blocks.</summary>
    public void Sealed_OnWriter(MetricTrack track) => _unsealed.Remove(track);

    public void LoadHead(HeadRow row) => _byId.GetValueOrDefault(row.Owner)?.LoadHead(row);

    public void LoadBlock(BlockRow row) => _byId.GetValueOrDefault(row.Owner)?.LoadBlock(row);

    public void Replay(JournalRow row) =>
        MetricJournal.Decode(
            row.Body,
            (id, bucket, arrival) => _byId.GetValueOrDefault(id)?.Replay_OnWriter(bucket, row.Sequence, arrival)
        );

    public IEnumerable<IFrozenHead> Freeze(Write write, long through)
    {
        foreach (var track in _unsealed)
        {
            if (track.OpenFromSequence_OnWriter <= through)
            {
                yield return track.Freeze_OnWriter(write);
            }
        }
    }

    public ValueTask SweepAsync(DateTimeOffset now) => new MetricSweep(engine, this, now).RunAsync();
}
