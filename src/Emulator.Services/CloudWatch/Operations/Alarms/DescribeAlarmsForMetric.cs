using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.CloudWatch.Alarms;
using Emulator.Services.CloudWatch.Metrics;
using Emulator.Services.CloudWatch.Shapes;

namespace Emulator.Services.CloudWatch.Operations.Alarms;

/// <summary>Lists the alarms on one metric; those on expressions are not among them.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarmsForMetric.html"/></remarks>
[Operation]
internal static partial class DescribeAlarmsForMetric
{
    [Shape]
    public sealed partial record Request
    {
        [Length(1, 255)]
        public required string MetricName { get; init; }

        [Length(1, 255), RegularExpression("[^:].*")]
        public required string Namespace { get; init; }

        [EnumSet(typeof(ValidatedStatistic))]
        public string? Statistic { get; init; }

        public string? ExtendedStatistic { get; init; }

        /// <summary>All dimensions of the metric.</summary>
        [MaxLength(30)]
        public IReadOnlyList<Dimension>? Dimensions { get; init; }

        /// <summary>Seconds.</summary>
        [Minimum(1)]
        public int? Period { get; init; }

        [EnumSet(typeof(ValidatedUnit))]
        public string? Unit { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        public required IReadOnlyList<MetricAlarm> MetricAlarms { get; init; }
    }

    public static Response Handle(Request request, CloudWatchScope cloudWatch)
    {
        var alarms = cloudWatch.State.Alarms;
        var key = new MetricKey(request.Namespace, request.MetricName, request.Dimensions ?? []);
        var found =
            from alarm in alarms.MetricAlarms.All
            where Matches(request, key, alarm)
            let state = alarms.States.Find(alarm.AlarmName)
            where state is not null
            select AlarmShapes.WithState(alarm, state);
        return new Response { MetricAlarms = [.. found] };
    }

    static bool Matches(Request request, MetricKey key, MetricAlarm alarm) =>
        alarm.MetricName == request.MetricName
        && alarm.Namespace == request.Namespace
        && key.Equals(new MetricKey(alarm.Namespace, alarm.MetricName, alarm.Dimensions ?? []))
        && (request.Statistic is null || alarm.Statistic == request.Statistic)
        && (request.ExtendedStatistic is null || alarm.ExtendedStatistic == request.ExtendedStatistic)
        && (request.Period is null || alarm.Period == request.Period)
        && (request.Unit is null || alarm.Unit == request.Unit);
}
