namespace Emulator.Services.CloudWatch.Metrics;

/// <summary>The slots of one bucket of a query, added up; answers every statistic of it.</summary>
/// <param name="keepsValues">Whether statistics that need raw values will be asked for.</param>
/// <threadsafety>Not thread-safe; one sum serves one query.</threadsafety>
sealed class BucketSum(bool keepsValues)
{
    readonly ValueBuffer _values = new();
    Bucket[] _parts = new Bucket[4];
    int _partCount;
    double _count;
    double _sum;
    double _minimum;
    double _maximum;
    bool _isOpaque;

    public double Count => _count;

    public double Sum => _sum;

    public double Minimum => _minimum;

    public double Maximum => _maximum;

    public void Clear()
    {
        _partCount = 0;
        _values.Clear();
        _count = 0;
        _sum = 0;
        _minimum = double.PositiveInfinity;
        _maximum = double.NegativeInfinity;
        _isOpaque = false;
    }

    public void Add(in Bucket bucket)
    {
        _count += bucket.Count;
        _sum += bucket.Sum;
        _minimum = Math.Min(_minimum, bucket.Minimum);
        _maximum = Math.Max(_maximum, bucket.Maximum);
        _isOpaque |= bucket.IsOpaque;
        if (keepsValues && !_isOpaque)
        {
            if (_partCount == _parts.Length)
            {
                Array.Resize(ref _parts, _partCount * 2);
            }

            _parts[_partCount++] = bucket;
        }
    }

    /// <returns><c>false</c> when there is no data point for the statistic.</returns>
    public bool TryGet(Statistic statistic, out double value)
    {
        switch (statistic.Kind)
        {
            case StatisticKind.SampleCount:
                value = _count;
                return true;
            case StatisticKind.Average:
                value = _sum / _count;
                return true;
            case StatisticKind.Sum:
                value = _sum;
                return true;
            case StatisticKind.Minimum:
                value = _minimum;
                return true;
            case StatisticKind.Maximum:
                value = _maximum;
                return true;
            default:
                value = 0;
                return !_isOpaque && TryGetFromValues(statistic, out value);
        }
    }

    bool TryGetFromValues(Statistic statistic, out double value)
    {
        var samples = Samples();
        if (statistic.Kind == StatisticKind.Percentile)
        {
            value = Percentiles.At(samples, statistic.Upper);
            return true;
        }

        return TrimmedStatistics.TryCompute(samples, statistic, out value);
    }

    WeightedValues Samples()
    {
        if (_minimum == _maximum)
        {
            return new WeightedValues(
                new ReadOnlySpan<double>(in _minimum),
                new ReadOnlySpan<double>(in _count),
                _count
            );
        }

        if (_partCount == 1 && _parts[0].Distribution is { } distribution)
        {
            return new WeightedValues(distribution.Values, distribution.Weights, _count);
        }

        if (_values.Count == 0)
        {
            foreach (ref readonly var part in _parts.AsSpan(0, _partCount))
            {
                _values.Add(part);
            }
        }

        return _values.Condensed(_count);
    }
}
