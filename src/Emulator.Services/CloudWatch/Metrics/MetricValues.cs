namespace Emulator.Services.CloudWatch.Metrics;

/// <summary>The data points of one statistic of one metric, ascending by time.</summary>
/// <threadsafety>Not thread-safe.</threadsafety>
sealed class MetricValues
{
    readonly List<long> _times = [];
    readonly List<double> _values = [];

    /// <summary>Where the buckets start, in seconds since the epoch.</summary>
    public IReadOnlyList<long> Times => _times;

    public IReadOnlyList<double> Values => _values;

    public int Count => _times.Count;

    public void Add(long time, double value)
    {
        _times.Add(time);
        _values.Add(value);
    }
}
