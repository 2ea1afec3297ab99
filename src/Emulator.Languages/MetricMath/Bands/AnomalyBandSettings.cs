namespace Emulator.Languages.MetricMath.Bands;

/// <summary>How an anomaly detector looks at the past: its configuration and the nature of its metric.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutAnomalyDetector.html"/></remarks>
public sealed record AnomalyBandSettings
{
    /// <summary>Stretches of time, start inclusive and end exclusive in Unix seconds, that the model does not learn from.</summary>
    public IReadOnlyList<(long Start, long End)> ExcludedTimeRanges { get; init; } = [];

    /// <summary>The zone in which hours and weekdays repeat; UTC by default.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Whether spikes that recur at the same time of day are expected; false by default.</summary>
    public bool HasPeriodicSpikes { get; init; }

    /// <summary>Whether the metric's unit is Percent, which keeps the band below 100; false by default.</summary>
    public bool IsPercent { get; init; }
}
