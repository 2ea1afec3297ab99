using Emulator.Services.CloudWatch.Metrics;
using Emulator.Services.CloudWatch.Shapes;

namespace Emulator.Services.CloudWatch.Alarms.Evaluation;

/// <summary>By what rule an alarm turns points into a state; made once for a configuration.</summary>
/// <param name="Comparison">One of <see cref="ComparisonOperator"/>.</param>
/// <param name="Threshold"><c>null</c> when each point has a band of its own.</param>
/// <param name="Periods">How many points count, N.</param>
/// <param name="DatapointsToAlarm">How many of them must breach; <c>null</c> for all. Reasons are worded differently for each.</param>
/// <param name="SamplesNeeded">The samples below which a percentile does not change the state; 0 when that does not matter.</param>
sealed record EvaluationRule(
    string Comparison,
    double? Threshold,
    int Periods,
    int? DatapointsToAlarm,
    MissingData Treatment,
    double SamplesNeeded
)
{
    readonly Func<AlarmPoint, bool> _breaches = Breach(Comparison, Threshold ?? 0);

    /// <summary>How many of <see cref="Periods"/> points must breach, M.</summary>
    public int Needed => DatapointsToAlarm ?? Periods;

    public static EvaluationRule Of(MetricAlarm alarm)
    {
        var ns = alarm.Namespace ?? alarm.Metrics?.Select(query => query.MetricStat?.Metric.Namespace).FirstOrDefault();
        var treatment =
            alarm.TreatMissingData is { } name && MissingDataNames.TryParse(name, out var named)
                ? named
                : MissingDataNames.Default(ns);
        return new EvaluationRule(
            alarm.ComparisonOperator!,
            alarm.Threshold,
            alarm.EvaluationPeriods!.Value,
            alarm.DatapointsToAlarm,
            treatment,
            alarm.EvaluateLowSampleCountPercentile == "ignore" ? SamplesFor(alarm.ExtendedStatistic!) : 0
        );
    }

    /// <summary>Whether a point that has a value breaches.</summary>
    public bool IsBreaching(in AlarmPoint point) => _breaches(point);

    /// <remarks>
    /// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/percentiles-with-low-samples.html"/>. The page says nothing
    /// of p0 and p100.
    /// </remarks>
    static double SamplesFor(string statistic) =>
        Statistic.TryParse(statistic, out var parsed) && parsed.Kind == StatisticKind.Percentile
            ? parsed.Upper switch
            {
                0 or 100 => 0,
                >= 50 => 1000 / (100 - parsed.Upper),
                _ => 1000 / parsed.Upper,
            }
            : 0;

    static Func<AlarmPoint, bool> Breach(string comparison, double threshold) =>
        comparison switch
        {
            ComparisonOperator.GreaterThanThreshold => point => point.Value > threshold,
            ComparisonOperator.GreaterThanOrEqualToThreshold => point => point.Value >= threshold,
            ComparisonOperator.LessThanThreshold => point => point.Value < threshold,
            ComparisonOperator.LessThanOrEqualToThreshold => point => point.Value <= threshold,
            ComparisonOperator.GreaterThanUpperThreshold => point => point.Value > point.Band?.Upper,
            ComparisonOperator.LessThanLowerThreshold => point => point.Value < point.Band?.Lower,
            ComparisonOperator.LessThanLowerOrGreaterThanUpperThreshold => point =>
                point.Value < point.Band?.Lower || point.Value > point.Band?.Upper,
            _ => throw new ArgumentOutOfRangeException(nameof(comparison), comparison, null),
        };
}
