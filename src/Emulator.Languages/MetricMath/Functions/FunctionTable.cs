using System.Collections.Frozen;

namespace Emulator.Languages.MetricMath.Functions;

/// <summary>Every function of metric math, one row each.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html"/></remarks>
internal static class FunctionTable
{
    static readonly Parameter[] FillValues =
    [
        Parameter.Scalar,
        Parameter.Series,
        Parameter.Keyword("REPEAT", "LINEAR"),
    ];

    static readonly Parameter[] SortKeys =
    [
        Parameter.SeriesArray,
        Parameter.Keyword("AVG", "MIN", "MAX", "SUM"),
        Parameter.Keyword("ASC", "DESC"),
    ];

    static readonly Parameter RuleMetric = Parameter.TextAmong(
        "UniqueContributors",
        "MaxContributorValue",
        "SampleCount",
        "Sum",
        "Minimum",
        "Maximum",
        "Average"
    );

    public static readonly IReadOnlyList<Function> All =
    [
        new("ABS", "The absolute value of each point.", EachPoint(Math.Abs)),
        new("CEIL", "The smallest integer not below each point.", EachPoint(Math.Ceiling)),
        new("FLOOR", "The largest integer not above each point.", EachPoint(Math.Floor)),
        new("LOG", "The natural logarithm of each point; of 0 and below there is none.", EachPoint(Math.Log)),
        new("LOG10", "The logarithm to base 10 of each point.", EachPoint(Math.Log10)),
        new(
            "AVG",
            "The average, in which missing points count as 0.",
            Aggregates.Overloads(
                static (points, slots) => points.Sum / slots,
                static (values, members) => values.Sum / members
            )
        ),
        new("SUM", "The sum.", Aggregates.Overloads(static moments => moments.Sum)),
        new("MIN", "The lowest value.", Aggregates.Overloads(static moments => moments.Minimum)),
        new("MAX", "The highest value.", Aggregates.Overloads(static moments => moments.Maximum)),
        new(
            "STDDEV",
            "The standard deviation of the population of values.",
            Aggregates.Overloads(static moments => moments.StandardDeviation)
        ),
        new("DATAPOINT_COUNT", "The number of points.", Aggregates.Overloads(static moments => moments.Count)),
        new(
            "METRIC_COUNT",
            "The number of members, empty ones included.",
            new Overload(
                [Parameter.SeriesArray],
                MetricMathType.Scalar,
                static call => new ScalarValue(call.Members(0).Count)
            )
        ),
        new("DIFF", "Each value minus the preceding one.", EachSeries(Shapes.Difference)),
        new("DIFF_TIME", "Seconds from each point to the preceding one.", EachSeries(Shapes.TimeDifference)),
        new("RATE", "The change per second since the preceding point.", EachSeries(Shapes.Rate)),
        new("RUNNING_SUM", "The sum of the points up to each.", EachSeries(Shapes.RunningSum)),
        new(
            "FILL",
            "The series with its missing points filled.",
            [.. FillValues.SelectMany(value => EachSeries(Fill.Apply, value))]
        ),
        new("FIRST", "The first series of an array.", ToSeries(static call => Arrays.Member(call, 0))),
        new("LAST", "The last series of an array.", ToSeries(static call => Arrays.Member(call, ^1))),
        new(
            "SLICE",
            "The members from a start, inclusive, to an end, exclusive, counted from 0.",
            ToArray(Arrays.Slice, Parameter.SeriesArray, Parameter.Scalar),
            ToArray(Arrays.Slice, Parameter.SeriesArray, Parameter.Scalar, Parameter.Scalar)
        ),
        new(
            "SORT",
            "The members by a statistic of their points, at most as many as the limit says.",
            ToArray(Arrays.Sort, SortKeys),
            ToArray(Arrays.Sort, [.. SortKeys, Parameter.Scalar])
        ),
        new("REMOVE_EMPTY", "The members that have points.", ToArray(Arrays.RemoveEmpty, Parameter.SeriesArray)),
        new(
            "METRICS",
            "The metrics of the request, or those whose Id contains a string.",
            ToArray(Sources.Metrics),
            ToArray(Sources.Metrics, Parameter.Text)
        ),
        new(
            "PERIOD",
            "The period of a metric in seconds.",
            new Overload(
                [Parameter.MetricId],
                MetricMathType.Scalar,
                static call => new ScalarValue(call.Evaluation.Input.PeriodOf(call.Text(0)))
            )
        ),
        new(
            "TIME_SERIES",
            "A scalar in every slot of the range.",
            new Overload(
                [Parameter.Scalar],
                MetricMathType.TimeSeries,
                static call => new SeriesValue(call.Evaluation.Constant("", call.Evaluation.Period, call.Number(0)))
            )
        ),
        new("MINUTE", "The UTC minute of every slot, 0 to 59.", Calendar(static time => time.Minute)),
        new("HOUR", "The UTC hour of every slot, 0 to 23.", Calendar(static time => time.Hour)),
        new(
            "DAY",
            "The UTC weekday of every slot, 1 for Monday to 7 for Sunday.",
            Calendar(static time => time.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)time.DayOfWeek)
        ),
        new("DATE", "The UTC day of the month of every slot, 1 to 31.", Calendar(static time => time.Day)),
        new("MONTH", "The UTC month of every slot, 1 to 12.", Calendar(static time => time.Month)),
        new("YEAR", "The UTC year of every slot.", Calendar(static time => time.Year)),
        new(
            "EPOCH",
            "Every slot in seconds since 1970.",
            Calendar(static time => (time - DateTime.UnixEpoch).TotalSeconds)
        ),
        new("IF", "The second argument where the first is not 0, otherwise the third.", Conditional.Overloads),
        new(
            "ANOMALY_DETECTION_BAND",
            "The lower and the upper bound of the values to expect, so many standard deviations away (default 2).",
            ToArray(Sources.AnomalyDetectionBand, Parameter.SeriesId),
            ToArray(Sources.AnomalyDetectionBand, Parameter.SeriesId, Parameter.Scalar)
        ),
        new(
            "SEARCH",
            "The metrics that match a search, with a statistic and, optionally, a period.",
            ToArray(Sources.Search, Parameter.Search, Parameter.Text),
            ToArray(Sources.Search, Parameter.Search, Parameter.Text, Parameter.Period)
        ),
        new(
            "INSIGHT_RULE_METRIC",
            "A statistic of a Contributor Insights rule.",
            new Overload([Parameter.Text, RuleMetric], MetricMathType.TimeSeries, Sources.InsightRuleMetric)
        ),
        new(
            "SERVICE_QUOTA",
            "The quota of a usage metric in every slot.",
            new Overload([Parameter.MetricId], MetricMathType.TimeSeries, Sources.ServiceQuota)
        ),
        new(
            "DB_PERF_INSIGHTS",
            "Counters of a database; the emulator has no databases and yields empty series.",
            new Overload(
                [Parameter.Text, Parameter.Text, Parameter.Text],
                MetricMathType.TimeSeries,
                Sources.NoCounter
            ),
            ToArray(Sources.NoCounters, Parameter.Text, Parameter.Text, Parameter.TextArray)
        ),
        new("LAMBDA", "Series from a Lambda function; the emulator calls none and refuses."),
    ];

    static readonly FrozenDictionary<string, Function> ByName = All.ToFrozenDictionary(function => function.Name);

    /// <summary>The function with this name, which is upper case; null when there is none.</summary>
    public static Function? Find(string name) => ByName.GetValueOrDefault(name);

    static Overload[] EachPoint(Func<double, double> function) =>
        EachSeries(series => SeriesMath.Map(series, function));

    static Overload[] EachSeries(Func<TimeSeries, TimeSeries> function) => EachSeries((series, _) => function(series));

    /// <summary>A function of one series, and of each member of an array.</summary>
    static Overload[] EachSeries(Func<TimeSeries, Call, TimeSeries> function, params Parameter[] further) =>
        [
            new(
                [Parameter.Series, .. further],
                MetricMathType.TimeSeries,
                call => new SeriesValue(function(call.Series(0), call))
            ),
            new(
                [Parameter.SeriesArray, .. further],
                MetricMathType.TimeSeriesArray,
                call => SeriesMath.Each((ArrayValue)call.Arguments[0], member => function(member, call))
            ),
        ];

    static Overload ToSeries(Func<Call, Value> choose) =>
        new([Parameter.SeriesArray], MetricMathType.TimeSeries, choose);

    static Overload ToArray(Func<Call, Value> function, params Parameter[] parameters) =>
        new(parameters, MetricMathType.TimeSeriesArray, function);

    static Overload Calendar(Func<DateTime, double> field) =>
        new([Parameter.Series], MetricMathType.TimeSeries, call => new SeriesValue(Shapes.Calendar(call, field)));
}
