using Emulator.Services.Sealing;
using Emulator.Storage;

namespace Emulator.Services.CloudWatch.Metrics;

/// <summary>The data of a metric in one unit and one storage resolution: blocks, frozen buckets, and an open head.</summary>
/// <threadsafety>
/// Methods named <c>_OnWriter</c> are called inside a write. <see cref="Collect"/> is safe from any thread: the lock makes what it returns one
/// consistent view.
/// </threadsafety>
sealed class MetricTrack(MetricTracks owner, long id, MetricSeries series, string unit, int resolution)
{
    readonly Lock _lock = new();

    // Guarded by _lock.
    readonly OpenBuckets _open = new();
    readonly List<FrozenBuckets> _frozen = [];
    readonly BlockIndex _blocks = new();
    long? _upkeepDue;

    // Used by the writer only.
    long _openFrom = long.MaxValue;
    long _sealedSequence;

    /// <summary>Owner of its blocks and of its head row in the store.</summary>
    public long Id => id;

    public MetricSeries Series => series;

    /// <summary>One of <see cref="Shapes.StandardUnit"/>.</summary>
    public string Unit => unit;

    /// <summary>Length of the slots that data comes in, in seconds: 1 or 60.</summary>
    public int Resolution => resolution;

    /// <summary>Whether the track has been taken out of the catalog, so that nothing may be added to it any more.</summary>
    public bool IsRemoved { get; private set; }

    /// <summary>The first journal row with data that is not in a block yet; <see cref="long.MaxValue"/> when there is none.</summary>
    public long FirstUnsealedSequence_OnWriter => _frozen.Count > 0 ? _frozen[0].FirstSequence : _openFrom;

    /// <summary>The first journal row with data in the open head; <see cref="long.MaxValue"/> when it is empty.</summary>
    public long OpenFromSequence_OnWriter => _openFrom;

    /// <summary>Whether the head is full and wants to be frozen.</summary>
    public bool IsFull_OnWriter => _open.Count >= MetricBlock.MaxBuckets;

    /// <summary>Adds a sample.</summary>
    /// <param name="arrival">Seconds since the epoch.</param>
    public void Add_OnWriter(in Bucket sample, long sequence, long arrival)
    {
        series.Touch_OnWriter(Math.Max(sample.Time, arrival));
        if (_openFrom == long.MaxValue)
        {
            _openFrom = sequence;
            owner.Unsealed_OnWriter(this);
        }

        lock (_lock)
        {
            if (sample.Time < _open.FirstTime)
            {
                _upkeepDue = null;
            }

            _open.Add(sample);
        }
    }

    /// <summary>Adds a sample of a journal row, unless a block has it already.</summary>
    public void Replay_OnWriter(in Bucket sample, long sequence, long arrival)
    {
        if (sequence > _sealedSequence)
        {
            Add_OnWriter(sample, sequence, arrival);
        }
    }

    /// <summary>Takes everything out of the head; readers find it in the frozen part.</summary>
    public FrozenBuckets Freeze_OnWriter(Write write)
    {
        lock (_lock)
        {
            var frozen = new FrozenBuckets(this, _open.Drain(), _openFrom, write.LastSequence);
            _frozen.Add(frozen);
            _openFrom = long.MaxValue;
            _upkeepDue = null;
            return frozen;
        }
    }

    /// <summary>Lets readers see blocks instead of a frozen part.</summary>
    public void Thaw_OnWriter(FrozenBuckets frozen, IEnumerable<SealedBlock> blocks)
    {
        lock (_lock)
        {
            _frozen.Remove(frozen);
            Add_NeedsLock(blocks);
        }

        if (FirstUnsealedSequence_OnWriter == long.MaxValue)
        {
            owner.Sealed_OnWriter(this);
        }
    }

    /// <summary>Adds blocks whose data has never been in the head.</summary>
    public void Import_OnWriter(Write write, IEnumerable<EncodedBuckets> blocks)
    {
        var entries = new List<SealedBlock>();
        foreach (var block in blocks)
        {
            var entry = SealedBlock.Describe(write.NextSequence(), id, block);
            write.InsertBlock(entry.Row, block.Body);
            series.Touch_OnWriter(entry.LastTime);
            entries.Add(entry);
        }

        lock (_lock)
        {
            Add_NeedsLock(entries);
        }
    }

    /// <summary>Lets readers see other blocks instead of some.</summary>
    public void Replace_OnWriter(IReadOnlySet<long> blocks, IEnumerable<SealedBlock> replacement)
    {
        lock (_lock)
        {
            _blocks.Remove(blocks);
            Add_NeedsLock(replacement);
        }
    }

    /// <summary>Takes in at start-up what the head knew when it was last sealed.</summary>
    public void LoadHead(HeadRow row)
    {
        _sealedSequence = row.SealedSequence;
        series.Touch_OnWriter(FrozenBuckets.ReadActivity(row.Body));
    }

    /// <summary>Takes in the entry of a block at start-up.</summary>
    public void LoadBlock(BlockRow row)
    {
        var block = SealedBlock.Load(row);
        series.Touch_OnWriter(block.LastTime);
        lock (_lock)
        {
            Add_NeedsLock([block]);
        }
    }

    /// <summary>Forgets everything; what is still being sealed will insert nothing.</summary>
    /// <returns>The blocks that it had.</returns>
    public IReadOnlyList<SealedBlock> Remove_OnWriter()
    {
        IsRemoved = true;
        owner.Sealed_OnWriter(this);
        lock (_lock)
        {
            SealedBlock[] blocks = [.. _blocks.Blocks];
            _blocks.Clear();
            _frozen.Clear();
            _open.Drain();
            _openFrom = long.MaxValue;
            return blocks;
        }
    }

    /// <summary>When the sweep has something to do here for the age of the data, in seconds since the epoch; the past when at once.</summary>
    public long UpkeepDue()
    {
        lock (_lock)
        {
            return _upkeepDue ??= Math.Min(
                Rollup.DueAt(_blocks.Blocks),
                RetentionTiers.AgesAt(_open.FirstTime, resolution)
            );
        }
    }

    /// <summary>Whether there is something before a time that can be dropped.</summary>
    public bool HasExpired(long oldest)
    {
        lock (_lock)
        {
            return _open.FirstTime < oldest || (_blocks.Blocks.Count > 0 && _blocks.Blocks[0].LastTime < oldest);
        }
    }

    /// <summary>What the sweep needs to know.</summary>
    public TrackExtent Extent()
    {
        lock (_lock)
        {
            var first = _open.FirstTime;
            var last = _open.LastTime;
            foreach (var frozen in _frozen)
            {
                last = Math.Max(last, frozen.Buckets[^1].Time);
            }

            return new TrackExtent([.. _blocks.Blocks], first, Math.Max(last, _blocks.LastTime));
        }
    }

    /// <summary>Finds the data with <paramref name="from"/> ≤ time &lt; <paramref name="to"/>, each bucket once.</summary>
    /// <param name="blocks">Gets the blocks that overlap the range.</param>
    /// <param name="runs">Gets what is not in a block yet, and only the range.</param>
    public void Collect(long from, long to, List<SealedBlock> blocks, List<BucketRun> runs)
    {
        lock (_lock)
        {
            _blocks.CollectOverlapping(from, to, blocks);
            foreach (var frozen in _frozen)
            {
                BucketRun.AddTo(runs, frozen.Buckets, from, to);
            }

            BucketRun.AddTo(runs, _open.Copy(from, to), from, to);
        }
    }

    void Add_NeedsLock(IEnumerable<SealedBlock> blocks)
    {
        foreach (var block in blocks)
        {
            _blocks.Add(block);
        }

        _upkeepDue = null;
    }
}

/// <summary>Where the data of a track lies.</summary>
/// <param name="Blocks">By their first slots.</param>
/// <param name="OpenFirstTime">Time of the first bucket in the head, in seconds since the epoch; the greatest number when it is empty.</param>
/// <param name="LastTime">Time of the last bucket of all; the smallest number when there is none.</param>
readonly record struct TrackExtent(IReadOnlyList<SealedBlock> Blocks, long OpenFirstTime, long LastTime);
