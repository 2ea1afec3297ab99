using Emulator.Services.CloudWatch.Shapes;

namespace Emulator.Services.CloudWatch.Metrics;

/// <summary>Makes samples of data that satisfies <see cref="DatumRules"/>.</summary>
static class DatumSamples
{
    /// <summary>Adds what a datum contributes; nothing when all its counts are 0.</summary>
    /// <param name="now">When the datum came in.</param>
    public static void Add(List<MetricSample> samples, string ns, MetricDatum datum, DateTimeOffset now)
    {
        var resolution = datum.StorageResolution ?? MetricSample.StandardResolution;
        var slot = MetricSample.SlotOf(datum.Timestamp ?? now, resolution);
        if (BucketOf(datum, slot) is { } bucket)
        {
            var key = new MetricKey(ns, datum.MetricName, datum.Dimensions ?? []);
            samples.Add(new MetricSample(key, datum.Unit ?? StandardUnit.None, resolution, bucket));
        }
    }

    static Bucket? BucketOf(MetricDatum datum, long slot)
    {
        if (datum.Value is { } value)
        {
            return Bucket.OfValue(slot, value);
        }

        var bucket = datum.Values is { Count: > 0 } values ? BucketOf(values, datum.Counts, slot) : null;
        if (datum.StatisticValues is not { } set)
        {
            return bucket;
        }

        var statistics = Bucket.OfStatistics(slot, set.SampleCount, set.Sum, set.Minimum, set.Maximum);
        return bucket?.Plus(statistics) ?? statistics;
    }

    static Bucket? BucketOf(IReadOnlyList<double> values, IReadOnlyList<double>? counts, long slot)
    {
        var occurring = new double[values.Count];
        var weights = new double[values.Count];
        var length = 0;
        for (var i = 0; i < values.Count; i++)
        {
            var weight = counts is null ? 1 : counts[i];
            if (weight > 0)
            {
                occurring[length] = values[i];
                weights[length] = weight;
                length++;
            }
        }

        return length == 0 ? null : Bucket.OfValues(slot, occurring.AsSpan(0, length), weights.AsSpan(0, length));
    }
}
