namespace Emulator.Services.CloudWatch.Metrics;

/// <summary>The time that a query covers: buckets of <see cref="Period"/> seconds from <see cref="Start"/> on, as far as they start before <see cref="End"/>.</summary>
/// <param name="Start">Where the first bucket starts, in seconds since the epoch.</param>
/// <param name="End">Slots that start here or later are out, in seconds since the epoch.</param>
/// <param name="Period">Length of a bucket in seconds, above 0.</param>
readonly record struct MetricWindow(long Start, long End, int Period)
{
    static readonly TimeSpan RoundedToMinutes = TimeSpan.FromDays(15);
    static readonly TimeSpan RoundedToFiveMinutes = TimeSpan.FromDays(63);

    /// <summary>How many buckets there are.</summary>
    public long Count => End <= Start ? 0 : (End - Start + Period - 1) / Period;

    /// <summary>The window of a request: its start is rounded down by its age, its end cut to the second.</summary>
    /// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricStatistics.html"/>, StartTime.</remarks>
    public static MetricWindow Of(DateTimeOffset start, DateTimeOffset end, int period, DateTimeOffset now)
    {
        var age = now - start;
        var rounding =
            period is 1 or 5 or 10 or 20 or 30 ? period
            : age <= RoundedToMinutes ? RetentionTiers.Minute
            : age <= RoundedToFiveMinutes ? RetentionTiers.FiveMinutes
            : RetentionTiers.Hour;
        return new MetricWindow(
            RetentionTiers.Floor(start.ToUnixTimeSeconds(), rounding),
            end.ToUnixTimeSeconds(),
            period
        );
    }
}
