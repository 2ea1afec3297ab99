using Emulator.Languages.MetricMath.Bands;
using Emulator.Services.CloudWatch.Shapes;

namespace Emulator.Services.CloudWatch.AnomalyDetectors;

/// <summary>What the configuration of a detector means to its model.</summary>
static class DetectorSettings
{
    /// <exception cref="Protocol.AwsException">InvalidParameterValue.</exception>
    public static void Require(AnomalyDetectorConfiguration? configuration)
    {
        if (configuration?.MetricTimezone is { } name && !TimeZoneInfo.TryFindSystemTimeZoneById(name, out _))
        {
            throw DetectorErrors.UnknownTimeZone(name);
        }

        var ranges = configuration?.ExcludedTimeRanges ?? [];
        for (var i = 0; i < ranges.Count; i++)
        {
            if (ranges[i].StartTime >= ranges[i].EndTime)
            {
                throw DetectorErrors.EmptyRange($"Configuration.ExcludedTimeRanges.member.{i + 1}");
            }
        }
    }

    /// <param name="detector">The detector; <c>null</c> for a metric that has none.</param>
    /// <param name="isPercent">Whether the metric's unit is Percent.</param>
    public static AnomalyBandSettings Of(StoredAnomalyDetector? detector, bool isPercent)
    {
        var zone = detector?.Configuration?.MetricTimezone;
        return new AnomalyBandSettings
        {
            ExcludedTimeRanges =
            [
                .. (detector?.Configuration?.ExcludedTimeRanges ?? []).Select(range =>
                    (range.StartTime.ToUnixTimeSeconds(), range.EndTime.ToUnixTimeSeconds())
                ),
            ],
            TimeZone = zone is null ? TimeZoneInfo.Utc : TimeZoneInfo.FindSystemTimeZoneById(zone),
            HasPeriodicSpikes = detector?.MetricCharacteristics?.PeriodicSpikes ?? false,
            IsPercent = isPercent,
        };
    }
}
