namespace Emulator.Services.CloudWatch.Metrics;

/// <summary>The buckets of a track that are not in a block yet, ascending by time.</summary>
/// <remarks>
/// Raw values of a bucket that still grows wait in a buffer and are merged into its distribution in one go, so that adding a value does not cost
/// more the more values there are.
/// </remarks>
/// <threadsafety>Not thread-safe; the track's lock guards it.</threadsafety>
sealed class OpenBuckets
{
    const int FirstCapacity = 4;

    /// <summary>How many values wait at least before they are merged.</summary>
    const int MinPending = 64;

    Bucket[] _buckets = [];
    ValueBuffer?[] _pending = [];
    ValueBuffer? _spare;

    public int Count { get; private set; }

    /// <summary>Time of the first bucket, in seconds since the epoch; the greatest number when there is none.</summary>
    public long FirstTime => Count == 0 ? long.MaxValue : _buckets[0].Time;

    /// <summary>Time of the last bucket, in seconds since the epoch; the smallest number when there is none.</summary>
    public long LastTime => Count == 0 ? long.MinValue : _buckets[Count - 1].Time;

    /// <summary>Adds a sample to the bucket of its time.</summary>
    public void Add(in Bucket sample)
    {
        if (sample.Time > LastTime)
        {
            if (Count > 0)
            {
                Settle(Count - 1);
            }

            Insert(Count, sample);
            return;
        }

        var index = IndexOf(sample.Time);
        if (_buckets[index].Time == sample.Time)
        {
            Merge(index, sample);
        }
        else
        {
            Insert(index, sample);
        }
    }

    /// <summary>A copy of the buckets with <paramref name="from"/> ≤ time &lt; <paramref name="to"/>.</summary>
    public Bucket[] Copy(long from, long to)
    {
        var start = IndexOf(from);
        var end = IndexOf(to);
        for (var i = start; i < end; i++)
        {
            Settle(i);
        }

        return _buckets.AsSpan(start, end - start).ToArray();
    }

    /// <summary>Takes all buckets out.</summary>
    public Bucket[] Drain()
    {
        var all = Copy(long.MinValue, long.MaxValue);
        _buckets = [];
        _pending = [];
        Count = 0;
        return all;
    }

    /// <summary>Index of the first bucket at or after a time.</summary>
    int IndexOf(long time) =>
        time > LastTime
            ? Count
            : Ascending.IndexFrom<Bucket>(_buckets.AsSpan(0, Count), time, static (in Bucket bucket) => bucket.Time);

    void Insert(int index, in Bucket bucket)
    {
        if (Count == _buckets.Length)
        {
            var capacity = Math.Max(FirstCapacity, Count * 2);
            Array.Resize(ref _buckets, capacity);
            Array.Resize(ref _pending, capacity);
        }

        Array.Copy(_buckets, index, _buckets, index + 1, Count - index);
        Array.Copy(_pending, index, _pending, index + 1, Count - index);
        _buckets[index] = bucket;
        _pending[index] = null;
        Count++;
    }

    void Merge(int index, in Bucket sample)
    {
        ref var bucket = ref _buckets[index];
        var minimum = Math.Min(bucket.Minimum, sample.Minimum);
        var maximum = Math.Max(bucket.Maximum, sample.Maximum);
        var isOpaque = bucket.IsOpaque || sample.IsOpaque;
        var distribution = isOpaque ? null : bucket.Distribution;
        if (isOpaque)
        {
            _pending[index] = null;
        }
        else if (minimum != maximum)
        {
            var pending = _pending[index] ??= TakeSpare();
            if (bucket.Minimum == bucket.Maximum)
            {
                pending.Add(bucket);
            }

            pending.Add(sample);
        }

        bucket = new Bucket(
            bucket.Time,
            bucket.Count + sample.Count,
            bucket.Sum + sample.Sum,
            minimum,
            maximum,
            distribution,
            isOpaque
        );
        if (_pending[index]?.Count >= Math.Max(MinPending, (distribution?.Count ?? 0) / 2))
        {
            MergePending(index);
        }
    }

    /// <summary>Makes the distribution of a bucket complete and gives its buffer back.</summary>
    void Settle(int index)
    {
        if (_pending[index] is { } pending)
        {
            MergePending(index);
            _spare = pending;
            _pending[index] = null;
        }
    }

    void MergePending(int index)
    {
        var pending = _pending[index]!;
        if (pending.Count == 0)
        {
            return;
        }

        ref var bucket = ref _buckets[index];
        if (bucket.Distribution is { } distribution)
        {
            pending.Add(distribution);
        }

        bucket = bucket with { Distribution = pending.ToDistribution() };
        pending.Clear();
    }

    ValueBuffer TakeSpare()
    {
        var buffer = _spare ?? new ValueBuffer();
        _spare = null;
        return buffer;
    }
}
