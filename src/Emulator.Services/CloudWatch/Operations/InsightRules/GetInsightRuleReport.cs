using System.ComponentModel.DataAnnotations;
using Emulator.Languages.ContributorRules;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.CloudWatch.InsightRules;
using Emulator.Services.CloudWatch.Metrics;

namespace Emulator.Services.CloudWatch.Operations.InsightRules;

/// <summary>Answers what a Contributor Insights rule has found: who contributes most, and metrics over time.</summary>
/// <remarks>
/// Buckets start at multiples of the period since 1970, and each that begins before the end is answered, with zeros where nothing was found.
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetInsightRuleReport.html"/>
/// </remarks>
[Operation]
internal static partial class GetInsightRuleReport
{
    const int DefaultContributors = 10;
    const int MaxContributors = 100;
    const string OrderBySum = "Sum";
    const string OrderByMaximum = "Maximum";

    static readonly TimeSpan MaxRange = TimeSpan.FromHours(24);

    [Shape]
    public sealed partial record Request
    {
        [Length(1, 128), RegularExpression(@"[\x20-\x7E]+")]
        public required string RuleName { get; init; }

        public required DateTimeOffset StartTime { get; init; }

        /// <summary>At most 24 hours after the start.</summary>
        public required DateTimeOffset EndTime { get; init; }

        /// <summary>Seconds, a multiple of 60.</summary>
        [Minimum(1)]
        public required int Period { get; init; }

        /// <summary>From 1 to 100; default 10.</summary>
        public int? MaxContributorCount { get; init; }

        /// <summary>Some of <see cref="RuleMetric"/>; default none.</summary>
        [ElementLength(1, 32), ElementRegularExpression(@"[\x20-\x7E]+")]
        public IReadOnlyList<string>? Metrics { get; init; }

        /// <summary>Whether contributors are ranked by their sums, the default, or by their greatest single values.</summary>
        [Length(1, 32), RegularExpression(@"[\x20-\x7E]+")]
        public string? OrderBy { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        public required IReadOnlyList<string> KeyLabels { get; init; }

        public required string AggregationStatistic { get; init; }

        public required double AggregateValue { get; init; }

        /// <summary>Exact in this emulator, as are all other numbers.</summary>
        public required long ApproximateUniqueCount { get; init; }

        /// <summary>The best first.</summary>
        public required IReadOnlyList<InsightRuleContributor> Contributors { get; init; }

        /// <summary>Absent when no metric was asked for.</summary>
        public IReadOnlyList<InsightRuleMetricDatapoint>? MetricDatapoints { get; init; }
    }

    [Shape]
    public sealed partial record InsightRuleContributor
    {
        public required IReadOnlyList<string> Keys { get; init; }

        public required double ApproximateAggregateValue { get; init; }

        /// <summary>Only the buckets that the contributor is in.</summary>
        public required IReadOnlyList<InsightRuleContributorDatapoint> Datapoints { get; init; }
    }

    [Shape]
    public sealed partial record InsightRuleContributorDatapoint
    {
        public required DateTimeOffset Timestamp { get; init; }

        public required double ApproximateValue { get; init; }
    }

    /// <summary>A bucket, with the metrics that were asked for.</summary>
    [Shape]
    public sealed partial record InsightRuleMetricDatapoint
    {
        public required DateTimeOffset Timestamp { get; init; }

        public double? UniqueContributors { get; init; }

        public double? MaxContributorValue { get; init; }

        public double? SampleCount { get; init; }

        public double? Average { get; init; }

        public double? Sum { get; init; }

        public double? Minimum { get; init; }

        public double? Maximum { get; init; }
    }

    /// <exception cref="AwsException">InvalidParameterValue, ResourceNotFoundException.</exception>
    public static Response Handle(Request request, CloudWatchScope cloudWatch, CancellationToken cancel)
    {
        var window = RequireWindow(request);
        var size = request.MaxContributorCount ?? DefaultContributors;
        if (size is < 1 or > MaxContributors)
        {
            throw InsightRuleErrors.OutOfRange("MaxContributorCount", 1, MaxContributors);
        }

        RequireKnown(request);
        var rule = cloudWatch.State.InsightRules.Require(request.RuleName);
        var definition = ContributorRule.Parse(rule.RuleDefinition);

        var count = RuleScan.Run(cloudWatch.Engine, cloudWatch.Scope, rule, window, cancel);

        return new Response
        {
            KeyLabels = definition.Keys,
            AggregationStatistic = definition.IsSum ? RuleMetric.Sum : RuleMetric.SampleCount,
            AggregateValue = count.Contributors.Sum(static contributor => contributor.Sum),
            ApproximateUniqueCount = count.Contributors.Count,
            Contributors =
            [
                .. Rank(count.Contributors, request.OrderBy)
                    .Take(size)
                    .Select(contributor => Describe(contributor, count)),
            ],
            MetricDatapoints = request.Metrics is { Count: > 0 } metrics
                ? [.. Enumerable.Range(0, (int)window.Count).Select(bucket => Describe(bucket, metrics, count))]
                : null,
        };
    }

    static MetricWindow RequireWindow(Request request)
    {
        if (request.StartTime >= request.EndTime)
        {
            throw CloudWatchErrors.StartNotBeforeEnd();
        }

        if (request.EndTime - request.StartTime > MaxRange)
        {
            throw InsightRuleErrors.LongerThanADay();
        }

        if (request.Period % RetentionTiers.Minute != 0)
        {
            throw CloudWatchErrors.PeriodNotMultiple();
        }

        var start = request.StartTime.ToUnixTimeSeconds() / request.Period * request.Period;
        var end = (request.EndTime.ToUnixTimeMilliseconds() + 999) / 1000;
        return new MetricWindow(start, end, request.Period);
    }

    static void RequireKnown(Request request)
    {
        foreach (var (index, metric) in (request.Metrics ?? []).Index())
        {
            if (!RuleMetric.All.Contains(metric))
            {
                throw CloudWatchErrors.NotSupported(metric, $"Metrics.member.{index + 1}");
            }
        }

        if (request.OrderBy is { } order and not (OrderBySum or OrderByMaximum))
        {
            throw CloudWatchErrors.NotSupported(order, "OrderBy");
        }
    }

    static IEnumerable<ContributorTotal> Rank(IEnumerable<ContributorTotal> contributors, string? order) =>
        contributors
            .OrderByDescending(contributor => order == OrderByMaximum ? contributor.Maximum : contributor.Sum)
            .ThenByDescending(static contributor => contributor.Sum)
            .ThenBy(static contributor => string.Join('\0', contributor.Keys), StringComparer.Ordinal);

    static InsightRuleContributor Describe(ContributorTotal contributor, RuleCount count) =>
        new()
        {
            Keys = contributor.Keys,
            ApproximateAggregateValue = contributor.Sum,
            Datapoints =
            [
                .. contributor
                    .Buckets.OrderBy(static bucket => bucket.Key)
                    .Select(bucket => new InsightRuleContributorDatapoint
                    {
                        Timestamp = count.StartOf(bucket.Key),
                        ApproximateValue = bucket.Value,
                    }),
            ],
        };

    static InsightRuleMetricDatapoint Describe(int bucket, IReadOnlyList<string> metrics, RuleCount count)
    {
        return new InsightRuleMetricDatapoint
        {
            Timestamp = count.StartOf(bucket),
            UniqueContributors = Value(RuleMetric.UniqueContributors),
            MaxContributorValue = Value(RuleMetric.MaxContributorValue),
            SampleCount = Value(RuleMetric.SampleCount),
            Average = Value(RuleMetric.Average),
            Sum = Value(RuleMetric.Sum),
            Minimum = Value(RuleMetric.Minimum),
            Maximum = Value(RuleMetric.Maximum),
        };

        double? Value(string metric) => metrics.Contains(metric) ? count.ValueOf(metric, bucket) : null;
    }
}
