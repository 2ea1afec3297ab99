using Emulator.Languages.MetricMath;
using Emulator.Languages.MetricsSql;
using Emulator.Languages.Text;
using Emulator.Tests.Languages.Metrics;
using Emulator.Tests.Support;

namespace Emulator.Tests.Languages.MetricsSql;

public class MetricsSqlTests
{
    const int Minute = 60;

    static readonly (TestMetric Metric, double[] Values)[] Shop =
    [
        (new("Shop Orders Store=A Till=1"), [1, 3]),
        (new("Shop Orders Store=A Till=2"), [5]),
        (new("Shop Orders Store=B Till=1"), [7]),
        (new("Shop Orders Store=C"), [9]),
        (new("Shop Orders"), [100]),
        (new("Shop Visits Store=A"), [1000]),
        (new("Other Orders"), [1000]),
    ];

    static readonly MetricsSqlScope Scope = new(
        TestMetric.Account,
        (metric, tag) =>
            (tag, metric.DimensionCount == 0 ? "" : metric.Dimension(0).Value) switch
            {
                ("env", "A") => "prod",
                ("env", "B") => "test",
                _ => null,
            }
    );

    [Theory, CaseFile("metrics-sql.txt")]
    public void Answers_as_documented(string source, string expected)
    {
        var query = MetricsSqlQuery.Parse(source);

        var answer = query.Run(Shop.Select(pair => pair.Metric), Read, Minute, Scope);

        Assert.Equal(expected, Print(answer.Result));
        Assert.Equal(query.IsGrouped, answer.Result.IsArray);
    }

    [Theory, CaseFile("metrics-sql-errors.txt")]
    public void Says_what_is_wrong(string source, string expected) =>
        Assert.Equal(expected, Assert.Throws<SyntaxException>(() => MetricsSqlQuery.Parse(source)).Message);

    [Theory, CaseFile("metrics-sql-print.txt")]
    public void Prints_its_canonical_source(string source, string expected)
    {
        var query = MetricsSqlQuery.Parse(source);

        Assert.Equal(expected, query.ToString());
        Assert.Equal(expected, MetricsSqlQuery.Parse(expected).ToString());
    }

    [Theory]
    [InlineData(" select sum(x) FROM y", true)]
    [InlineData("\nSELECT", true)]
    [InlineData("selected + 1", false)]
    [InlineData("m1", false)]
    public void Recognises_a_query(string expression, bool expected) =>
        Assert.Equal(expected, MetricsSqlQuery.IsQuery(expression));

    [Fact]
    public void Adds_observations_bucket_by_bucket()
    {
        Observations[] early = [new(0, 1, 10, 10, 10), new(60, 1, 20, 20, 20)];
        Observations[] late = [new(60, 3, 6, 1, 3), new(120, 1, 5, 5, 5)];
        TestMetric[] metrics = [new("Shop Orders Till=1"), new("Shop Orders Till=2"), new("Shop Orders Till=3")];

        var answer = MetricsSqlQuery
            .Parse("SELECT AVG(Orders) FROM Shop")
            .Run(metrics, metric => metric.Dimension(0).Value == "2" ? late : early, Minute, Scope);

        var series = Assert.Single(answer.Result.Series);
        Assert.Equal([0, 60, 120], series.Timestamps);
        Assert.Equal([10, 46.0 / 5, 5], series.Values);
    }

    [Fact]
    public void Leaves_out_groups_without_observations()
    {
        var answer = MetricsSqlQuery
            .Parse("SELECT SUM(Orders) FROM Shop GROUP BY Store")
            .Run(
                Shop.Select(pair => pair.Metric),
                metric => metric.DimensionCount == 1 ? Read(metric) : [],
                Minute,
                Scope
            );

        Assert.Equal("C=9", Print(answer.Result));
    }

    [Fact]
    public void Processes_10000_metrics_and_says_so()
    {
        var metrics = Enumerable.Range(0, 10_001).Select(i => new TestMetric($"Shop Orders Till={i}"));

        var answer = MetricsSqlQuery
            .Parse("SELECT COUNT(Orders) FROM Shop")
            .Run(metrics, _ => [new(0, 1, 1, 1, 1)], Minute, Scope);

        Assert.True(answer.HasTooManyMetrics);
        Assert.Equal([10_000], Assert.Single(answer.Result.Series).Values);
    }

    [Theory]
    [InlineData("", 500, true)]
    [InlineData("LIMIT 10", 10, false)]
    public void Returns_500_series_and_says_so(string limit, int count, bool hasTooMany)
    {
        var metrics = Enumerable.Range(0, 501).Select(i => new TestMetric($"Shop Orders Till={i}"));

        var answer = MetricsSqlQuery
            .Parse($"SELECT SUM(Orders) FROM Shop GROUP BY Till {limit}")
            .Run(metrics, _ => [new(0, 1, 1, 1, 1)], Minute, Scope);

        Assert.Equal(count, answer.Result.Series.Count);
        Assert.Equal(hasTooMany, answer.HasTooManySeries);
    }

    [Theory]
    [InlineData(1, 60)]
    [InlineData(60, 60)]
    [InlineData(300, 300)]
    public void Aggregates_to_minutes_at_the_finest(int requested, int expected) =>
        Assert.Equal(expected, MetricsSqlQuery.PeriodFor(requested));

    [Fact]
    public void Tells_alarms_and_metric_math_what_it_yields()
    {
        var top = MetricsSqlQuery.Parse("SELECT SUM(Orders) FROM \"My Shop\" GROUP BY Till ORDER BY MAX()");

        Assert.Equal(("My Shop", "Orders"), (top.Namespace, top.MetricName));
        Assert.Equal((true, true, MetricMathType.TimeSeriesArray), (top.IsGrouped, top.IsOrdered, top.Type));
    }

    static Observations[] Read(TestMetric metric)
    {
        var values = Shop.Single(pair => pair.Metric == metric).Values;
        return [new(0, values.Length, values.Sum(), values.Min(), values.Max())];
    }

    static string Print(MetricMathResult result) =>
        result.Series.Count == 0
            ? "none"
            : string.Join(
                ' ',
                result.Series.Select(series => result.IsArray ? $"{series.Label}={Value(series)}" : Value(series))
            );

    static string Value(TimeSeries series) => series.Count == 0 ? "-" : $"{series.Values[0]}";
}
