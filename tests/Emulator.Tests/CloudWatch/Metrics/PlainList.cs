using Emulator.Services.CloudWatch.Metrics;

namespace Emulator.Tests.CloudWatch.Metrics;

/// <summary>All samples of a metric in a list, and queries by the letter of the rules, however slow.</summary>
sealed class PlainList(int resolution)
{
    const long Day = 86400;

    readonly List<Bucket> _samples = [];

    public int Resolution => resolution;

    public IEnumerable<long> Times => _samples.Select(sample => sample.Time);

    public void Add(Bucket sample) => _samples.Add(sample);

    /// <summary>A sample as a client might send it: a value, values with counts, or a statistic set.</summary>
    public Bucket NextBucket(long slot, Random random) =>
        random.Next(40) switch
        {
            0 => Bucket.OfStatistics(slot, 4, 20, 1, 9),
            1 => Bucket.OfStatistics(slot, 3, 15, 5, 5),
            2 => Bucket.OfValue(slot, -1),
            < 10 => Bucket.OfValues(
                slot,
                [.. Enumerable.Range(0, 5).Select(_ => (double)random.Next(10))],
                [.. Enumerable.Range(0, 5).Select(_ => random.Next(1, 4) / 2.0)]
            ),
            _ => Bucket.OfValue(slot, random.Next(10)),
        };

    /// <summary>The time of some sample, or close to it.</summary>
    public DateTimeOffset NextTime(Random random) =>
        DateTimeOffset.FromUnixTimeSeconds(_samples[random.Next(_samples.Count)].Time);

    public List<(long Time, double Value)> Read(Statistic statistic, MetricWindow window, long now)
    {
        var oldest = now - 455 * Day;
        var buckets = new SortedDictionary<long, List<Bucket>>();
        foreach (var sample in _samples)
        {
            var slot = Slot(sample.Time, now);
            if (slot < Math.Max(window.Start, oldest) || slot >= window.End)
            {
                continue;
            }

            var start = window.Start + (slot - window.Start) / window.Period * window.Period;
            if (window.Period % Tier(now - start) == 0)
            {
                (buckets.TryGetValue(start, out var parts) ? parts : buckets[start] = []).Add(sample);
            }
        }

        return
        [
            .. from bucket in buckets
            let value = Compute(statistic, bucket.Value)
            where value is not null
            select (bucket.Key, value.Value),
        ];
    }

    static double? Compute(Statistic statistic, List<Bucket> parts)
    {
        var count = parts.Sum(part => part.Count);
        switch (statistic.Kind)
        {
            case StatisticKind.SampleCount:
                return count;
            case StatisticKind.Sum:
                return parts.Sum(part => part.Sum);
            case StatisticKind.Average:
                return parts.Sum(part => part.Sum) / count;
            case StatisticKind.Minimum:
                return parts.Min(part => part.Minimum);
            case StatisticKind.Maximum:
                return parts.Max(part => part.Maximum);
        }

        if (parts.Exists(part => part.IsOpaque))
        {
            return null;
        }

        var values = parts.SelectMany(Values).GroupBy(pair => pair.Value).OrderBy(group => group.Key).ToList();
        var samples = new WeightedValues(
            values.Select(group => group.Key).ToArray(),
            values.Select(group => group.Sum(pair => pair.Weight)).ToArray(),
            count
        );
        if (statistic.Kind == StatisticKind.Percentile)
        {
            return Percentiles.At(samples, statistic.Upper);
        }

        return TrimmedStatistics.TryCompute(samples, statistic, out var value) ? value : null;
    }

    static IEnumerable<(double Value, double Weight)> Values(Bucket bucket) =>
        bucket.Distribution is { } distribution
            ? distribution.Values.ToArray().Zip(distribution.Weights.ToArray())
            : [(bucket.Minimum, bucket.Count)];

    /// <summary>Seconds are merged into minutes, these into five minutes, these into hours; each slot when it is too old itself.</summary>
    static long Slot(long time, long now)
    {
        foreach (var length in new[] { 60, 300, 3600 })
        {
            time = Tier(now - time) >= length ? Floor(time, length) : time;
        }

        return time;
    }

    static int Tier(long age) =>
        age <= 3 * 3600 ? 1
        : age <= 15 * Day ? 60
        : age <= 63 * Day ? 300
        : 3600;

    static long Floor(long time, int length) => time / length * length;
}
