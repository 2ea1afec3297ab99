using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Protocol.Validation;
using Emulator.Services.CloudWatch.Metrics;
using Emulator.Services.CloudWatch.Shapes;

namespace Emulator.Services.CloudWatch.Operations.Metrics;

/// <summary>Answers statistics of one metric, a data point per period and unit.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricStatistics.html"/></remarks>
[Operation(Validation = ValidationStyle.Parameters)]
internal static partial class GetMetricStatistics
{
    /// <summary>The most buckets that a request may span, with data or without.</summary>
    const int MaxDatapoints = 1440;

    [Shape]
    public sealed partial record Request
    {
        [Length(1, 255)]
        public required string Namespace { get; init; }

        [Length(1, 255)]
        public required string MetricName { get; init; }

        /// <summary>All dimensions of the metric; default none.</summary>
        [MaxLength(30)]
        public IReadOnlyList<Dimension>? Dimensions { get; init; }

        /// <summary>Included; rounded down by its age.</summary>
        public required DateTimeOffset StartTime { get; init; }

        /// <summary>Not included.</summary>
        public required DateTimeOffset EndTime { get; init; }

        /// <summary>Seconds: 1, 5, 10, 20, 30 or a multiple of 60.</summary>
        public required int Period { get; init; }

        [MaxLength(5), EnumSet(typeof(BasicStatistic))]
        public IReadOnlyList<string>? Statistics { get; init; }

        [MaxLength(10)]
        public IReadOnlyList<string>? ExtendedStatistics { get; init; }

        /// <summary>Default: every unit, each in data points of its own.</summary>
        [EnumSet(typeof(StandardUnit))]
        public string? Unit { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        /// <summary>The name of the metric.</summary>
        public required string Label { get; init; }

        /// <summary>In ascending order of time; AWS promises no order.</summary>
        public required IReadOnlyList<Datapoint> Datapoints { get; init; }
    }

    [Shape]
    public sealed partial record Datapoint
    {
        public required DateTimeOffset Timestamp { get; init; }

        public double? SampleCount { get; init; }

        public double? Average { get; init; }

        public double? Sum { get; init; }

        public double? Minimum { get; init; }

        public double? Maximum { get; init; }

        public required string Unit { get; init; }

        public IReadOnlyDictionary<string, double>? ExtendedStatistics { get; init; }
    }

    /// <exception cref="AwsException">MissingParameter, InvalidParameterValue, InvalidParameterCombination.</exception>
    public static Response Handle(Request request, CloudWatchScope cloudWatch)
    {
        var now = cloudWatch.Clock.GetUtcNow();
        var extended = RequireExtended(request.ExtendedStatistics ?? []);
        var window = RequireWindow(request, now);
        if (request.Statistics is not { Count: > 0 } && extended.Count == 0)
        {
            throw CloudWatchErrors.NoStatistics();
        }

        if (request.Statistics is { Count: > 0 } && extended.Count > 0)
        {
            throw CloudWatchErrors.MutuallyExclusive("Statistics", "ExtendedStatistics");
        }

        var metrics = cloudWatch.State.Metrics;
        var key = new MetricKey(request.Namespace, request.MetricName, request.Dimensions ?? []);
        var datapoints = new List<Datapoint>();
        IReadOnlyList<string> units = [];
        if (metrics.Catalog.Find(key) is { } series)
        {
            units = request.Unit is { } wanted ? [wanted] : series.Units();
            foreach (var unit in units)
            {
                var cursor = metrics.Reader.Open(series, unit, window, now, keepsValues: extended.Count > 0);
                Read(cursor, unit, request.Statistics ?? [], extended, datapoints);
            }
        }

        return new Response
        {
            Label = request.MetricName,
            Datapoints = units.Count > 1 ? [.. datapoints.OrderBy(datapoint => datapoint.Timestamp)] : datapoints,
        };
    }

    static MetricWindow RequireWindow(Request request, DateTimeOffset now)
    {
        PeriodRules.Require(request.Period);
        if (request.StartTime.ToUnixTimeSeconds() >= request.EndTime.ToUnixTimeSeconds())
        {
            throw CloudWatchErrors.StartNotBeforeEnd();
        }

        var window = MetricWindow.Of(request.StartTime, request.EndTime, request.Period, now);
        return window.Count <= MaxDatapoints
            ? window
            : throw CloudWatchErrors.TooManyDatapoints(window.Count, MaxDatapoints);
    }

    static List<Statistic> RequireExtended(IReadOnlyList<string> names)
    {
        var statistics = new List<Statistic>(names.Count);
        for (var i = 0; i < names.Count; i++)
        {
            statistics.Add(
                Statistic.TryParse(names[i], out var statistic) && statistic.NeedsDistribution
                    ? statistic
                    : throw CloudWatchErrors.NotSupported(names[i], $"ExtendedStatistics.member.{i + 1}")
            );
        }

        return statistics;
    }

    static void Read(
        MetricCursor cursor,
        string unit,
        IReadOnlyList<string> basic,
        List<Statistic> extended,
        List<Datapoint> datapoints
    )
    {
        while (cursor.MoveNext())
        {
            var sum = cursor.Current;
            var percentiles = extended.Count > 0 ? ReadExtended(sum, extended) : null;
            if (percentiles is { Count: 0 })
            {
                continue;
            }

            datapoints.Add(
                new Datapoint
                {
                    Timestamp = DateTimeOffset.FromUnixTimeSeconds(cursor.Time),
                    SampleCount = Find(Statistic.SampleCount),
                    Average = Find(Statistic.Average),
                    Sum = Find(Statistic.Sum),
                    Minimum = Find(Statistic.Minimum),
                    Maximum = Find(Statistic.Maximum),
                    Unit = unit,
                    ExtendedStatistics = percentiles,
                }
            );

            double? Find(Statistic statistic) =>
                basic.Contains(statistic.Name) && sum.TryGet(statistic, out var value) ? value : null;
        }
    }

    static StatisticValues ReadExtended(BucketSum sum, List<Statistic> statistics)
    {
        var values = new StatisticValues(statistics.Count);
        foreach (var statistic in statistics)
        {
            if (sum.TryGet(statistic, out var value))
            {
                values.Add(statistic.Name, value);
            }
        }

        return values;
    }
}
