namespace Emulator.Services.CloudWatch.Metrics;

/// <summary>Gathers raw values with their weights, in any order and with repetitions.</summary>
/// <threadsafety>Not thread-safe.</threadsafety>
sealed class ValueBuffer
{
    double[] _values = new double[16];
    double[] _weights = new double[16];

    /// <summary>How many pairs there are.</summary>
    public int Count { get; private set; }

    public void Clear() => Count = 0;

    /// <summary>Adds the raw values of a bucket that is not opaque.</summary>
    public void Add(in Bucket bucket)
    {
        if (bucket.Distribution is { } distribution)
        {
            Add(distribution);
        }
        else
        {
            Add(bucket.Minimum, bucket.Count);
        }
    }

    public void Add(Distribution distribution)
    {
        Reserve(distribution.Count);
        distribution.Values.CopyTo(_values.AsSpan(Count));
        distribution.Weights.CopyTo(_weights.AsSpan(Count));
        Count += distribution.Count;
    }

    public void Add(double value, double weight)
    {
        Reserve(1);
        _values[Count] = value;
        _weights[Count] = weight;
        Count++;
    }

    /// <summary>The values so far, sorted and joined. The buffer keeps them in that form.</summary>
    /// <param name="total">The sum of all weights.</param>
    public WeightedValues Condensed(double total)
    {
        Count = Distribution.Condense(_values.AsSpan(0, Count), _weights.AsSpan(0, Count));
        return new WeightedValues(_values.AsSpan(0, Count), _weights.AsSpan(0, Count), total);
    }

    public Distribution ToDistribution() => Distribution.Of(_values.AsSpan(0, Count), _weights.AsSpan(0, Count));

    void Reserve(int more)
    {
        if (Count + more > _values.Length)
        {
            var capacity = Math.Max(_values.Length * 2, Count + more);
            Array.Resize(ref _values, capacity);
            Array.Resize(ref _weights, capacity);
        }
    }
}
