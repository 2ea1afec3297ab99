using Emulator.Services.CloudWatch.Metrics;

namespace Emulator.Services.Logs.Ingestion;

/// <summary>Collects values for metrics, those of one metric and slot of time together.</summary>
/// <threadsafety>Not thread-safe; it serves one request.</threadsafety>
sealed class SampleCollector
{
    /// <summary>Values lie between -2^360 and 2^360, as in PutMetricData.</summary>
    static readonly double Largest = Math.ScaleB(1, 360);

    readonly Dictionary<(MetricKey Key, string Unit, int Resolution, long Slot), List<double>> _values = [];
    readonly List<MetricSample> _statistics = [];

    public static bool IsPublishable(double value) => Math.Abs(value) <= Largest;

    /// <param name="value">One that is publishable; others are ignored.</param>
    public void Add(
        MetricKey key,
        DateTimeOffset time,
        double value,
        string unit,
        int resolution = MetricSample.StandardResolution
    )
    {
        if (!IsPublishable(value))
        {
            return;
        }

        var place = (key, unit, resolution, MetricSample.SlotOf(time, resolution));
        if (!_values.TryGetValue(place, out var values))
        {
            _values.Add(place, values = []);
        }

        values.Add(value);
    }

    /// <summary>Adds values that are known by their statistics only.</summary>
    public void Add(MetricSample statistics) => _statistics.Add(statistics);

    public MetricSample[] ToSamples() =>
        [
            .. _statistics,
            .. _values.Select(entry => new MetricSample(
                entry.Key.Key,
                entry.Key.Unit,
                entry.Key.Resolution,
                BucketOf(entry.Key.Slot, entry.Value)
            )),
        ];

    static Bucket BucketOf(long slot, List<double> values)
    {
        if (values.Count == 1)
        {
            return Bucket.OfValue(slot, values[0]);
        }

        var counts = new double[values.Count];
        Array.Fill(counts, 1);
        return Bucket.OfValues(slot, values.ToArray(), counts);
    }
}
