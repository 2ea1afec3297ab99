using Emulator.Services.CloudWatch.Metrics;

namespace Emulator.Services.Fixtures.Generation;

/// <summary>What a generator has made of one metric and not handed on yet.</summary>
/// <param name="region">The region that the metric is in.</param>
/// <param name="step">Length of the slots in seconds: 60, or more for what is older than two weeks.</param>
/// <threadsafety>Not thread-safe; it belongs to one generator.</threadsafety>
sealed class SeriesBuffer(string region, MetricKey key, string unit, int step)
{
    readonly OpenBuckets _open = new();
    readonly List<EncodedBuckets> _blocks = [];
    double _sum;
    bool _hasSum;

    public string Region => region;

    public MetricKey Key => key;

    public string Unit => unit;

    /// <summary>What is full, or has been <see cref="Seal"/>ed.</summary>
    public IReadOnlyList<EncodedBuckets> Blocks => _blocks;

    public void Add(in Bucket bucket)
    {
        if (_open.Count >= MetricBlock.MaxBuckets && bucket.Time > _open.LastTime)
        {
            Seal();
        }

        _open.Add(bucket);
    }

    /// <summary>Adds to the datum of the current step.</summary>
    /// <returns>Whether it is the first of the step.</returns>
    public bool AddToSum(double value)
    {
        _sum = _hasSum ? _sum + value : value;
        return !_hasSum && (_hasSum = true);
    }

    /// <summary>Makes the sum of the current step a datum.</summary>
    public void TakeSum(long time)
    {
        Add(Bucket.OfValue(time, _sum));
        _hasSum = false;
    }

    /// <summary>Encodes what is open.</summary>
    public void Seal()
    {
        foreach (var part in _open.Drain().Chunk(MetricBlock.MaxBuckets))
        {
            _blocks.Add(EncodedBuckets.Of(part, step));
        }
    }

    /// <summary>Takes the blocks out.</summary>
    public IReadOnlyList<EncodedBuckets> TakeBlocks()
    {
        EncodedBuckets[] blocks = [.. _blocks];
        _blocks.Clear();
        return blocks;
    }

    /// <summary>Takes out what is open as samples.</summary>
    public IEnumerable<MetricSample> Drain() =>
        _open.Drain().Select(bucket => new MetricSample(key, unit, MetricSample.StandardResolution, bucket));
}
