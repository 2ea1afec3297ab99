using Emulator.Services.CloudWatch.Metrics;
using Emulator.Services.CloudWatch.Shapes;

namespace Emulator.Services.Fixtures.Generation;

/// <summary>The metrics of one generator.</summary>
/// <param name="step">Length of their slots in seconds.</param>
/// <threadsafety>Not thread-safe; it belongs to one generator.</threadsafety>
sealed class MetricSink(int step)
{
    readonly Dictionary<(string Region, MetricKey Key, string Unit), SeriesBuffer> _byKey = [];
    readonly List<SeriesBuffer> _all = [];
    readonly List<SeriesBuffer> _summed = [];

    /// <summary>In the order in which they first got data.</summary>
    public IReadOnlyList<SeriesBuffer> All => _all;

    /// <summary>The buffer of a metric.</summary>
    /// <returns><c>null</c> when a dimension is no printable ASCII: a service cannot publish such a metric, and does not.</returns>
    public SeriesBuffer? Find(string region, string ns, string name, string unit, IReadOnlyList<Dimension> dimensions)
    {
        if (dimensions.Any(dimension => dimension.Value.AsSpan().ContainsAnyExceptInRange(' ', '~')))
        {
            return null;
        }

        var key = new MetricKey(ns, name, dimensions);
        if (!_byKey.TryGetValue((region, key, unit), out var buffer))
        {
            buffer = new SeriesBuffer(region, key, unit, step);
            _byKey.Add((region, key, unit), buffer);
            _all.Add(buffer);
        }

        return buffer;
    }

    /// <summary>Adds to the one datum that a metric has in the current step.</summary>
    public void AddToSum(SeriesBuffer buffer, double value)
    {
        if (buffer.AddToSum(value))
        {
            _summed.Add(buffer);
        }
    }

    /// <summary>Ends a step.</summary>
    /// <param name="time">Its start, in seconds since the epoch.</param>
    public void EndStep(long time)
    {
        foreach (var buffer in _summed)
        {
            buffer.TakeSum(time);
        }

        _summed.Clear();
    }
}
