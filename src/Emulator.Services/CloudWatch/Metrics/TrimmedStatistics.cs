namespace Emulator.Services.CloudWatch.Metrics;

/// <summary>Trimmed mean, count and sum, winsorized mean and percentile rank, exactly.</summary>
/// <remarks>
/// AWS computes them from approximate histograms; these are the limits that its definitions describe:
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Statistics-definitions.html"/>.
/// </remarks>
static class TrimmedStatistics
{
    /// <returns><c>false</c> when the statistic has no value for these samples.</returns>
    public static bool TryCompute(WeightedValues samples, Statistic statistic, out double value)
    {
        var cut = statistic.IsPercentWindow
            ? CutByRank(samples, statistic.Lower, statistic.Upper)
            : CutByValue(samples, statistic.Lower, statistic.Upper);
        value = statistic.Kind switch
        {
            StatisticKind.TrimmedMean => cut.Sum / cut.Count,
            StatisticKind.TrimmedCount => cut.Count / 100,
            StatisticKind.TrimmedSum => cut.Sum / 100,
            StatisticKind.WinsorizedMean => (cut.Sum + cut.ClampedSum) / (100 * samples.Total),
            StatisticKind.PercentileRank => cut.Count / samples.Total,
            _ => throw new ArgumentOutOfRangeException(nameof(statistic)),
        };
        return statistic.Kind != StatisticKind.TrimmedMean || cut.Count > 0;
    }

    /// <summary>Cuts off a share of the samples at each end; a value that straddles a cut counts with the part inside.</summary>
    static Cut CutByRank(WeightedValues samples, double lower, double upper)
    {
        var from = lower * samples.Total;
        var to = upper * samples.Total;
        var sum = 0.0;
        var end = 0.0;
        for (var i = 0; i < samples.Count && end < to; i++)
        {
            var start = end;
            end += 100 * samples.Weights[i];
            var inside = Math.Min(end, to) - Math.Max(start, from);
            if (inside > 0)
            {
                sum += samples.Values[i] * inside;
            }
        }

        var clamped = (100 * samples.Total - to) * Percentiles.At(samples, upper);
        if (lower > 0)
        {
            clamped += from * Percentiles.Above(samples, lower);
        }

        return new Cut((upper - lower) * samples.Total, sum, clamped);
    }

    /// <summary>Cuts off the samples up to <paramref name="lower"/> and those above <paramref name="upper"/>.</summary>
    static Cut CutByValue(WeightedValues samples, double lower, double upper)
    {
        var count = 0.0;
        var sum = 0.0;
        var clamped = 0.0;
        for (var i = 0; i < samples.Count; i++)
        {
            var value = samples.Values[i];
            var weight = 100 * samples.Weights[i];
            if (!WeightedValues.Exceeds(value, lower))
            {
                clamped += lower * weight;
            }
            else if (WeightedValues.Exceeds(value, upper))
            {
                clamped += upper * weight;
            }
            else
            {
                count += weight;
                sum += value * weight;
            }
        }

        return new Cut(count, sum, clamped);
    }

    /// <summary>What lies inside a window and, moved to its bounds, outside of it. All numbers are times 100.</summary>
    readonly record struct Cut(double Count, double Sum, double ClampedSum);
}
