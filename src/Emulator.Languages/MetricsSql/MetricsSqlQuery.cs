using System.Globalization;
using Emulator.Languages.MetricMath;
using Emulator.Languages.Metrics;
using Emulator.Languages.Text;

namespace Emulator.Languages.MetricsSql;

/// <summary>A Metrics Insights query: SQL over the observations of many metrics.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-metrics-insights-querylanguage.html"/>
/// </remarks>
/// <threadsafety>Immutable.</threadsafety>
public sealed class MetricsSqlQuery
{
    /// <summary>The most metrics that a query processes; further matches are left out.</summary>
    public const int MaxMetrics = 10_000;

    /// <summary>The most series that a query returns.</summary>
    public const int MaxSeries = 500;

    const int FinestPeriod = 60;

    readonly QuerySyntax _query;

    MetricsSqlQuery(QuerySyntax query)
    {
        MetricsSqlChecker.Check(query);
        _query = query;
    }

    /// <summary>The namespace of all metrics that can match.</summary>
    public string Namespace => _query.Source.Namespace.Name;

    /// <summary>The name of all metrics that can match.</summary>
    public string MetricName => _query.Metric.Name;

    /// <summary>Whether it has GROUP BY: then it yields an array of series, otherwise one.</summary>
    public bool IsGrouped => _query.Groups.Count > 0;

    /// <summary>Whether it has ORDER BY, which alarms on several series ask for.</summary>
    public bool IsOrdered => _query.Order is not null;

    /// <summary>The type of the result in metric math.</summary>
    public MetricMathType Type => IsGrouped ? MetricMathType.TimeSeriesArray : MetricMathType.TimeSeries;

    int Limit => _query.Limit is { } limit ? int.Parse(limit.Digits, CultureInfo.InvariantCulture) : MaxSeries;

    /// <summary>Whether an expression is a query rather than metric math: it starts with SELECT, in any case.</summary>
    public static bool IsQuery(string expression)
    {
        var text = expression.AsSpan().TrimStart();
        return text.StartsWith("SELECT", StringComparison.OrdinalIgnoreCase)
            && (text.Length == "SELECT".Length || !MetricsSqlLexer.IsNameCharacter(text["SELECT".Length]));
    }

    /// <exception cref="SyntaxException">The source is not a query.</exception>
    public static MetricsSqlQuery Parse(string source) => new(MetricsSqlParser.Parse(source));

    /// <summary>The period of the result, in seconds: queries aggregate to whole minutes at the finest.</summary>
    public static int PeriodFor(int requestedPeriod) => Math.Max(requestedPeriod, FinestPeriod);

    /// <summary>Runs the query.</summary>
    /// <param name="metrics">The metrics to choose from.</param>
    /// <param name="read">What was observed of a metric in the range, in buckets of the period, ascending.</param>
    /// <param name="period">Seconds, as <see cref="PeriodFor"/> gives them.</param>
    public MetricsSqlResult Run<TMetric>(
        IEnumerable<TMetric> metrics,
        Func<TMetric, Observations[]> read,
        int period,
        MetricsSqlScope scope
    )
        where TMetric : IMetricIdentity
    {
        var plan = new MetricsSqlPlan(_query, scope);
        var matching = metrics.Where(metric => plan.Matches(metric)).Take(MaxMetrics + 1).ToList();
        var processed = matching.Take(MaxMetrics);
        if (!IsGrouped)
        {
            var series = plan.Aggregate("", processed.Select(read), period);
            return new(MetricMathResult.Of(series), matching.Count > MaxMetrics, HasTooManySeries: false, Groups: []);
        }

        var groups = processed
            .GroupBy(metric => plan.GroupOf(metric), StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (group.Key, Series: plan.Aggregate(group.Key, group.Select(read), period)))
            .Where(group => group.Series.Count > 0)
            .ToDictionary(group => group.Series, group => group.Key);
        var ordered = plan.Order(groups.Keys).ToList();
        var shown = ordered.Take(Limit).ToList();
        return new(
            MetricMathResult.Of(shown),
            matching.Count > MaxMetrics,
            HasTooManySeries: _query.Limit is null && ordered.Count > MaxSeries,
            Groups: shown.ConvertAll(series => plan.ValuesOf(groups[series]))
        );
    }

    /// <summary>The canonical source.</summary>
    public override string ToString() => _query.ToString();
}
