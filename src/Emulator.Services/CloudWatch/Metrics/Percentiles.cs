namespace Emulator.Services.CloudWatch.Metrics;

/// <summary>Percentiles by nearest rank, without interpolation.</summary>
/// <remarks>
/// "p99 is the maximum value of the remaining 99 %":
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Statistics-definitions.html"/>.
/// Masses are kept times 100, so that whole percentages of whole counts stay exact.
/// </remarks>
static class Percentiles
{
    /// <summary>The smallest value that at least this share of the samples does not exceed.</summary>
    /// <param name="percent">From 0 (the minimum) to 100 (the maximum).</param>
    public static double At(WeightedValues samples, double percent) =>
        percent > 50 ? FromAbove(samples, percent) : FromBelow(samples, percent);

    /// <summary>The smallest value that more than this share of the samples does not exceed.</summary>
    /// <param name="percent">From 0 (the minimum) up to, but less than, 100.</param>
    public static double Above(WeightedValues samples, double percent)
    {
        var target = percent * samples.Total;
        var below = 0.0;
        for (var i = 0; i < samples.Count; i++)
        {
            below += 100 * samples.Weights[i];
            if (WeightedValues.Exceeds(below, target))
            {
                return samples.Values[i];
            }
        }

        return samples.Values[^1];
    }

    static double FromBelow(WeightedValues samples, double percent)
    {
        var target = percent * samples.Total;
        var below = 0.0;
        for (var i = 0; i < samples.Count; i++)
        {
            below += 100 * samples.Weights[i];
            if (!WeightedValues.Exceeds(target, below))
            {
                return samples.Values[i];
            }
        }

        return samples.Values[^1];
    }

    /// <summary>The same from the other end, because high percentiles are what people ask for.</summary>
    static double FromAbove(WeightedValues samples, double percent)
    {
        var target = percent * samples.Total;
        var upTo = 100 * samples.Total;
        for (var i = samples.Count - 1; i > 0; i--)
        {
            upTo -= 100 * samples.Weights[i];
            if (WeightedValues.Exceeds(target, upTo))
            {
                return samples.Values[i];
            }
        }

        return samples.Values[0];
    }
}
