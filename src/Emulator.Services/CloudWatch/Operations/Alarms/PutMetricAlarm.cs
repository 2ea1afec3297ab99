using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.CloudWatch.Alarms;
using Emulator.Services.CloudWatch.Alarms.Changes;
using Emulator.Services.CloudWatch.Alarms.Rules;
using Emulator.Services.CloudWatch.Shapes;
using Emulator.Services.CloudWatch.Tags;

namespace Emulator.Services.CloudWatch.Operations.Alarms;

/// <summary>Creates an alarm on a metric, an expression or a query, or replaces the configuration of the one that has the name.</summary>
/// <remarks>
/// A new alarm is in INSUFFICIENT_DATA until it is first evaluated; one that exists keeps its state.
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html"/>
/// </remarks>
[Operation(Fidelity = Fidelity.Partial)]
internal static partial class PutMetricAlarm
{
    [Shape]
    public sealed partial record Request
    {
        [Length(1, 255)]
        public required string AlarmName { get; init; }

        [Length(0, 1024)]
        public string? AlarmDescription { get; init; }

        /// <summary>Default true, for an alarm that exists too.</summary>
        public bool? ActionsEnabled { get; init; }

        [MaxLength(5), ElementLength(1, 1024)]
        public IReadOnlyList<string>? OKActions { get; init; }

        [MaxLength(5), ElementLength(1, 1024)]
        public IReadOnlyList<string>? AlarmActions { get; init; }

        [MaxLength(5), ElementLength(1, 1024)]
        public IReadOnlyList<string>? InsufficientDataActions { get; init; }

        [Length(1, 255)]
        public string? MetricName { get; init; }

        [Length(1, 255), RegularExpression("[^:].*")]
        public string? Namespace { get; init; }

        [EnumSet(typeof(ValidatedStatistic))]
        public string? Statistic { get; init; }

        public string? ExtendedStatistic { get; init; }

        [MaxLength(30)]
        public IReadOnlyList<Dimension>? Dimensions { get; init; }

        /// <summary>Seconds: 10, 20, 30 or a multiple of 60.</summary>
        [Minimum(1)]
        public int? Period { get; init; }

        [EnumSet(typeof(ValidatedUnit))]
        public string? Unit { get; init; }

        [Minimum(1)]
        public int? EvaluationPeriods { get; init; }

        /// <summary>Default EvaluationPeriods.</summary>
        [Minimum(1)]
        public int? DatapointsToAlarm { get; init; }

        public double? Threshold { get; init; }

        [EnumSet(typeof(ComparisonOperator))]
        public string? ComparisonOperator { get; init; }

        [Length(1, 255)]
        public string? TreatMissingData { get; init; }

        [Length(1, 255)]
        public string? EvaluateLowSampleCountPercentile { get; init; }

        /// <summary>Excludes what describes a single metric.</summary>
        public IReadOnlyList<MetricDataQuery>? Metrics { get; init; }

        /// <summary>Given to a new alarm; without effect on one that exists.</summary>
        public IReadOnlyList<Tag>? Tags { get; init; }

        [Length(1, 255)]
        public string? ThresholdMetricId { get; init; }

        public EvaluationWindow? EvaluationWindow { get; init; }

        public EvaluationCriteria? EvaluationCriteria { get; init; }

        /// <summary>Seconds.</summary>
        [Range(10, 3600)]
        public int? EvaluationInterval { get; init; }
    }

    /// <exception cref="AwsException">ValidationError, InvalidParameterValue.</exception>
    public static async ValueTask<Empty> Handle(Request request, CloudWatchScope cloudWatch)
    {
        var alarm = AlarmOf(request, cloudWatch);
        MetricAlarmRules.Require(alarm, cloudWatch.Scope);
        ResourceTags.Require(request.Tags ?? []);

        var alarms = cloudWatch.State.Alarms;
        await cloudWatch.Write(write =>
        {
            alarms.RequireType(alarm);
            ConfigurationChanges.Put(write, alarms, alarm, request.Tags, cloudWatch.Clock.GetUtcNow());
        });
        return Empty.Value;
    }

    static MetricAlarm AlarmOf(Request request, CloudWatchScope cloudWatch) =>
        new()
        {
            AlarmName = request.AlarmName,
            AlarmArn = AlarmNames.Arn(cloudWatch.Scope, request.AlarmName),
            AlarmDescription = request.AlarmDescription,
            AlarmConfigurationUpdatedTimestamp = cloudWatch.Clock.GetUtcNow(),
            ActionsEnabled = request.ActionsEnabled ?? true,
            OKActions = request.OKActions ?? [],
            AlarmActions = request.AlarmActions ?? [],
            InsufficientDataActions = request.InsufficientDataActions ?? [],
            MetricName = request.MetricName,
            Namespace = request.Namespace,
            Statistic = request.Statistic,
            ExtendedStatistic = request.ExtendedStatistic,
            Dimensions = request.Dimensions ?? [],
            Period = request.Period,
            Unit = request.Unit,
            EvaluationPeriods = request.EvaluationPeriods,
            DatapointsToAlarm = request.DatapointsToAlarm,
            Threshold = request.Threshold,
            ComparisonOperator = request.ComparisonOperator,
            TreatMissingData = request.TreatMissingData,
            EvaluateLowSampleCountPercentile = request.EvaluateLowSampleCountPercentile,
            Metrics = request.Metrics is { Count: > 0 } metrics ? metrics : null,
            ThresholdMetricId = request.ThresholdMetricId,
            EvaluationWindow = request.EvaluationWindow,
            EvaluationCriteria = request.EvaluationCriteria,
            EvaluationInterval = request.EvaluationInterval,
        };
}
