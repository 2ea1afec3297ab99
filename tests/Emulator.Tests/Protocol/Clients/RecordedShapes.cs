using Emulator.Protocol.Shapes;

namespace Emulator.Tests.Protocol.Clients;

/// <summary>The inputs of the recorded calls, as AWS declares them but for what is required.</summary>
static partial class RecordedShapes
{
    [Shape]
    public sealed partial record PutMetricData
    {
        public string? Namespace { get; init; }
        public IReadOnlyList<Datum>? MetricData { get; init; }
    }

    [Shape]
    public sealed partial record Datum
    {
        public string? MetricName { get; init; }
        public IReadOnlyList<Pair>? Dimensions { get; init; }
        public DateTimeOffset? Timestamp { get; init; }
        public double? Value { get; init; }
        public StatisticSet? StatisticValues { get; init; }
        public IReadOnlyList<double>? Values { get; init; }
        public IReadOnlyList<double>? Counts { get; init; }
        public string? Unit { get; init; }
        public int? StorageResolution { get; init; }
    }

    /// <summary>A dimension or a tag.</summary>
    [Shape]
    public sealed partial record Pair
    {
        public string? Name { get; init; }
        public string? Key { get; init; }
        public string? Value { get; init; }
    }

    [Shape]
    public sealed partial record StatisticSet
    {
        public double? SampleCount { get; init; }
        public double? Sum { get; init; }
        public double? Minimum { get; init; }
        public double? Maximum { get; init; }
    }

    [Shape]
    public sealed partial record GetMetricData
    {
        public IReadOnlyList<Query>? MetricDataQueries { get; init; }
        public DateTimeOffset? StartTime { get; init; }
        public DateTimeOffset? EndTime { get; init; }
        public string? ScanBy { get; init; }
    }

    [Shape]
    public sealed partial record Query
    {
        public string? Id { get; init; }
        public MetricStat? MetricStat { get; init; }
        public string? Expression { get; init; }
        public bool? ReturnData { get; init; }
    }

    [Shape]
    public sealed partial record MetricStat
    {
        public Metric? Metric { get; init; }
        public int? Period { get; init; }
        public string? Stat { get; init; }
    }

    [Shape]
    public sealed partial record Metric
    {
        public string? Namespace { get; init; }
        public string? MetricName { get; init; }
        public IReadOnlyList<Pair>? Dimensions { get; init; }
    }

    [Shape]
    public sealed partial record ListMetrics
    {
        public string? Namespace { get; init; }
        public IReadOnlyList<Pair>? Dimensions { get; init; }
    }

    [Shape]
    public sealed partial record PutMetricAlarm
    {
        public string? AlarmName { get; init; }
        public bool? ActionsEnabled { get; init; }
        public string? MetricName { get; init; }
        public string? Namespace { get; init; }
        public string? Statistic { get; init; }
        public IReadOnlyList<Pair>? Dimensions { get; init; }
        public int? Period { get; init; }
        public int? EvaluationPeriods { get; init; }
        public double? Threshold { get; init; }
        public string? ComparisonOperator { get; init; }
        public string? TreatMissingData { get; init; }
        public IReadOnlyList<Pair>? Tags { get; init; }
    }

    [Shape]
    public sealed partial record PutLogEvents
    {
        [WireName("logGroupName")]
        public string? LogGroupName { get; init; }

        [WireName("logStreamName")]
        public string? LogStreamName { get; init; }

        [WireName("logEvents")]
        public IReadOnlyList<LogEvent>? LogEvents { get; init; }
    }

    [Shape]
    public sealed partial record LogEvent
    {
        [WireName("timestamp")]
        public long? Timestamp { get; init; }

        [WireName("message")]
        public Utf8Text? Message { get; init; }
    }
}
