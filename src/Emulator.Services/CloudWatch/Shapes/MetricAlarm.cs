using Emulator.Protocol.Shapes;

namespace Emulator.Services.CloudWatch.Shapes;

/// <summary>An alarm that watches a metric, an expression or a query. Stored without the members that tell its state.</summary>
/// <remarks>
/// The state lies in an <see cref="Alarms.AlarmState"/> of its own, so that evaluation does not rewrite the configuration.
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricAlarm.html"/>
/// </remarks>
[Shape]
internal sealed partial record MetricAlarm : IAlarm
{
    public required string AlarmName { get; init; }

    public required string AlarmArn { get; init; }

    public string? AlarmDescription { get; init; }

    public DateTimeOffset? AlarmConfigurationUpdatedTimestamp { get; init; }

    public bool? ActionsEnabled { get; init; }

    public IReadOnlyList<string>? OKActions { get; init; }

    public IReadOnlyList<string>? AlarmActions { get; init; }

    public IReadOnlyList<string>? InsufficientDataActions { get; init; }

    public string? StateValue { get; init; }

    public string? StateReason { get; init; }

    public string? StateReasonData { get; init; }

    public DateTimeOffset? StateUpdatedTimestamp { get; init; }

    public string? MetricName { get; init; }

    public string? Namespace { get; init; }

    public string? Statistic { get; init; }

    public IReadOnlyList<Dimension>? Dimensions { get; init; }

    /// <summary>Seconds.</summary>
    public int? Period { get; init; }

    public string? Unit { get; init; }

    public int? EvaluationPeriods { get; init; }

    public double? Threshold { get; init; }

    public string? ComparisonOperator { get; init; }

    public string? ExtendedStatistic { get; init; }

    public string? TreatMissingData { get; init; }

    public string? EvaluateLowSampleCountPercentile { get; init; }

    public int? DatapointsToAlarm { get; init; }

    public IReadOnlyList<MetricDataQuery>? Metrics { get; init; }

    public string? ThresholdMetricId { get; init; }

    public string? EvaluationState { get; init; }

    public DateTimeOffset? StateTransitionedTimestamp { get; init; }

    public EvaluationWindow? EvaluationWindow { get; init; }

    public EvaluationCriteria? EvaluationCriteria { get; init; }

    /// <summary>Seconds.</summary>
    public int? EvaluationInterval { get; init; }

    public string Type => AlarmType.MetricAlarm;

    public IAlarm WithActions(bool isEnabled, DateTimeOffset at) =>
        this with
        {
            ActionsEnabled = isEnabled,
            AlarmConfigurationUpdatedTimestamp = at,
        };
}
