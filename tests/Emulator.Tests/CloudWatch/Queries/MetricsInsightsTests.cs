using System.Text.Json;
using Emulator.Services.CloudWatch.Metrics;
using Emulator.Tests.CloudWatch.Metrics;
using Emulator.Tests.Support;

namespace Emulator.Tests.CloudWatch.Queries;

/// <summary>Metrics Insights through GetMetricData: metric-math.md §8 and cases U1 to U16.</summary>
public sealed class MetricsInsightsTests : IAsyncDisposable
{
    static readonly DateTimeOffset Now = QueryWorld.Start;

    readonly QueryWorld _world = new();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var row in CaseFileAttribute.Read("metrics-sql.txt", 2))
            {
                // The emulator knows no tags of resources; the account of the table is another.
                if (!row[0].Contains("tag.", StringComparison.Ordinal) && !row[0].Contains("AWS.AccountId"))
                {
                    cases.Add(row[0], row[1]);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Queries_answer_as_documented(string query, string expected)
    {
        await FillShopAsync();

        var answer = await _world.EvaluateAsync(query);

        Assert.Equal(expected, Print(answer));
    }

    [Fact] // U14, U15, U16
    public async Task A_query_that_cannot_be_read_says_where()
    {
        var error = await _world.RefusalAsync("SELECT SUM(Orders) FROM Shop WHERE Store = \"A\"");

        Assert.StartsWith("ValidationError: Error in expression 'e1': ", error);
        Assert.EndsWith("(at character 44)", error);
        Assert.StartsWith("ValidationError: ", await _world.RefusalAsync("SELECT SUM(My.Metric) FROM Shop"));
        Assert.StartsWith("ValidationError: ", await _world.RefusalAsync("SELECT SUM(Orders) FROM Shop LIMIT 501"));
    }

    [Fact]
    public async Task A_query_can_be_read_by_metric_math()
    {
        await FillShopAsync();
        _world.AddQuery(
            """{"Id":"q","Expression":"SELECT SUM(Orders) FROM Shop GROUP BY Store","Period":60,"ReturnData":false}"""
        );

        Assert.Equal("A=[4.5] B=[3.5] C=[4.5] Other=[50]", _world.Print(await _world.EvaluateAsync("q/2")));
    }

    [Fact]
    public async Task Data_of_all_units_counts()
    {
        await _world.World.PutAsync(Now, 1, MetricWorld.Key(name: "Orders", ns: "Shop"), unit: "Count");
        await _world.World.PutAsync(Now, 2, MetricWorld.Key(name: "Orders", ns: "Shop"));

        Assert.Equal("3", Print(await _world.EvaluateAsync("SELECT SUM(Orders) FROM Shop")));
    }

    [Fact]
    public async Task One_query_is_allowed_and_needs_a_period()
    {
        _world.AddQuery("""{"Id":"q","Expression":"SELECT SUM(Orders) FROM Shop","Period":60}""");

        Assert.Equal(
            "ValidationError: Error in expression 'e1': A request can contain only one Metrics Insights query",
            await _world.RefusalAsync("SELECT SUM(Orders) FROM Shop")
        );
        Assert.Equal(
            "ValidationError: Error in expression 'q': Period must not be null",
            await _world.Api.FailAsync(
                "GetMetricData",
                """{"StartTime":0,"EndTime":60,"MetricDataQueries":[{"Id":"q","Expression":"SELECT SUM(a) FROM b"}]}"""
            )
        );
    }

    [Fact]
    public async Task Two_weeks_are_looked_at_and_the_answer_says_so()
    {
        var start = Now.AddDays(-15).ToUnixTimeSeconds();

        var answer = await _world.Api.CallAsync(
            "GetMetricData",
            $$"""
            {"StartTime":{{start}},"EndTime":{{Now.ToUnixTimeSeconds()}},
             "MetricDataQueries":[{"Id":"q","Expression":"SELECT SUM(a) FROM b","Period":3600}]}
            """
        );

        Assert.Equal("MaxQueryTimeRangeExceeded", answer.GetProperty("Messages")[0].GetProperty("Code").GetString());
    }

    [Theory]
    [InlineData("SELECT SUM(Orders) FROM Shop WHERE tag.env = 'prod'")]
    [InlineData("SELECT SUM(Orders) FROM Shop GROUP BY tag.env")]
    public async Task An_answer_that_would_depend_on_tags_of_resources_says_that_there_are_none(string query)
    {
        await FillShopAsync();

        var answer = await _world.EvaluateAsync(query);

        Assert.Equal("UnknownResourceTags", answer.GetProperty("Messages")[0].GetProperty("Code").GetString());
    }

    async Task FillShopAsync()
    {
        (string Dimensions, string Name, string Namespace, double Value)[] data =
        [
            ("Store=A, Till=1", "Orders", "Shop", 1),
            ("Store=A, Till=1", "Orders", "Shop", 3),
            ("Store=A, Till=2", "Orders", "Shop", 5),
            ("Store=B, Till=1", "Orders", "Shop", 7),
            ("Store=C", "Orders", "Shop", 9),
            ("", "Orders", "Shop", 100),
            ("Store=A", "Visits", "Shop", 1000),
            ("", "Orders", "Other", 1000),
        ];
        await _world.World.Metrics.PublishAsync(
            [
                .. data.Select(one =>
                    MetricSample.Of(MetricWorld.Key(one.Dimensions, one.Name, one.Namespace), Now, one.Value, "None")
                ),
            ],
            Now
        );
    }

    /// <summary>The value of the one series, or <c>group=value</c> for each.</summary>
    static string Print(JsonElement answer)
    {
        var results = answer.GetProperty("MetricDataResults").EnumerateArray().ToList();
        var shown = results.Select(result =>
        {
            var values = result.GetProperty("Values").EnumerateArray().Select(value => $"{value.GetDouble()}");
            var value = string.Join(',', values) is { Length: > 0 } text ? text : "-";
            return result.GetProperty("Label").GetString() is var label && label == "e1" ? value : $"{label}={value}";
        });
        return results.Count == 0 ? "none" : string.Join(' ', shown);
    }
}
