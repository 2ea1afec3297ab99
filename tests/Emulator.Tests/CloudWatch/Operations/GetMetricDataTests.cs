using System.Text.Json;
using Emulator.Tests.CloudWatch.Metrics;

namespace Emulator.Tests.CloudWatch.Operations;

/// <summary>Statistics of many metrics: metrics.md §7 and cases B9, D5 to D7, F4 to F7, F11.</summary>
public sealed class GetMetricDataTests : IAsyncDisposable
{
    static readonly DateTimeOffset Now = MetricWorld.Start;
    static readonly DateTimeOffset Ago = Now.AddMinutes(-20);

    readonly MetricWorld _world = new();
    readonly CloudWatchApi _api;

    public GetMetricDataTests() => _api = new CloudWatchApi(() => _world.Engine);

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_result_has_two_lists_newest_first()
    {
        await _world.PutAsync(Ago, 1);
        await _world.PutAsync(Ago.AddMinutes(1), 2);

        var answer = await AskAsync(Query("q1"));

        Assert.Equal(
            """{"MetricDataResults":[{"Id":"q1","Label":"M","Timestamps":[1.77400686E9,1.7740068E9],"Values":[2.0,1.0],"StatusCode":"Complete"}],"Messages":[]}""",
            answer.GetRawText()
        );
    }

    [Fact]
    public async Task A_metric_without_data_is_complete_and_empty() =>
        Assert.Equal(
            """{"MetricDataResults":[{"Id":"q1","Label":"M","Timestamps":[],"Values":[],"StatusCode":"Complete"}],"Messages":[]}""",
            (await AskAsync(Query("q1"))).GetRawText()
        );

    [Fact] // F11
    public async Task A_query_without_dimensions_reads_only_data_without_dimensions()
    {
        await _world.PutAsync(Ago, 1, MetricWorld.Key("d=1"));

        Assert.Equal(["q1: "], Show(await AskAsync(Query("q1"))));
        Assert.Equal(["q1: 1"], Show(await AskAsync(Query("q1", dimensions: """[{"Name":"d","Value":"1"}]"""))));
    }

    [Fact]
    public async Task Results_can_be_asked_for_oldest_first()
    {
        await _world.PutAsync(Ago, 1);
        await _world.PutAsync(Ago.AddMinutes(1), 2);

        Assert.Equal(["q1: 1 2"], Show(await AskAsync(Query("q1"), """, "ScanBy":"TimestampAscending" """)));
        Assert.Equal(["q1: 2 1"], Show(await AskAsync(Query("q1"), """, "ScanBy":"TimestampDescending" """)));
    }

    [Fact] // F4
    public async Task A_query_for_a_unit_reads_only_this_unit()
    {
        await _world.PutAsync(Ago, 1, unit: "Seconds");

        var answer = await AskAsync($"{Query("a", unit: "Seconds")},{Query("b", unit: "Milliseconds")}");

        Assert.Equal(["a: 1", "b: "], Show(answer));
        Assert.Equal(["M", "M"], Labels(answer));
    }

    [Fact] // F5, F6, F7
    public async Task Without_a_unit_the_alphabetically_first_is_answered_and_all_are_named()
    {
        await _world.PutAsync(Ago, 60_000, unit: "Milliseconds");
        await _world.PutAsync(Ago, 60, unit: "Seconds");
        Assert.Equal(
            ["q1: 60000", "MultipleUnits Multiple units returned: '[Milliseconds, Seconds]'"],
            ShowWithMessages(await AskAsync(Query("q1")))
        );

        await _world.PutAsync(Ago, 60_000, unit: "Milliseconds");
        await _world.PutAsync(Ago, 60, unit: "Seconds");
        Assert.Equal(["q1: 120000"], Show(await AskAsync(Query("q1"))));

        await _world.PutAsync(Ago, 5, unit: "Count");
        Assert.Equal(
            ["q1: 5", "MultipleUnits Multiple units returned: '[Count, Milliseconds, Seconds]'"],
            ShowWithMessages(await AskAsync(Query("q1")))
        );
    }

    [Fact]
    public async Task Units_without_data_in_the_range_do_not_count()
    {
        await _world.PutAsync(Ago.AddHours(-1), 5, unit: "Count");
        await _world.PutAsync(Ago, 60, unit: "Seconds");

        Assert.Equal(["q1: 60"], ShowWithMessages(await AskAsync(Query("q1"))));
    }

    [Fact]
    public async Task A_query_that_returns_no_data_is_left_out()
    {
        await _world.PutAsync(Ago, 1);

        Assert.Equal(["b: 1"], Show(await AskAsync($"{Query("a", more: ", \"ReturnData\":false")},{Query("b")}")));
        Assert.Empty(Show(await AskAsync(Query("a", more: ", \"ReturnData\":false"))));
    }

    [Fact]
    public async Task A_foreign_account_is_forbidden_and_the_own_has_no_effect()
    {
        await _world.PutAsync(Ago, 1);

        var answer = await AskAsync(
            $"{Query("a", more: ", \"AccountId\":\"999999999999\"")},{Query("b", more: ", \"AccountId\":\"000000000000\"")}"
        );

        Assert.Equal(["a: ", "b: 1"], Show(answer));
        Assert.Equal(
            ["Forbidden", "Complete"],
            answer.GetProperty("MetricDataResults").EnumerateArray().Select(r => $"{r.GetProperty("StatusCode")}")
        );
    }

    [Fact] // D5
    public async Task Pages_are_slices_of_time()
    {
        for (var i = 0; i < 20; i++)
        {
            await _world.PutAsync(Ago.AddMinutes(i), i);
        }

        var first = await AskAsync(Query("q1"), """, "MaxDatapoints":10""");
        var second = await AskAsync(Query("q1"), $$""", "MaxDatapoints":10, "NextToken":"{{Token(first)}}" """);

        Assert.Equal(["q1: 19 18 17 16 15 14 13 12 11 10"], Show(first));
        Assert.Equal(["q1: 9 8 7 6 5 4 3 2 1 0"], Show(second));
        Assert.Equal(["PartialData", "Complete"], [Status(first), Status(second)]);
        Assert.Null(Token(second));
    }

    [Fact]
    public async Task Pages_of_several_series_share_their_times()
    {
        for (var i = 0; i < 6; i++)
        {
            await _world.PutAsync(Ago.AddMinutes(i), i);
            await _world.PutAsync(Ago.AddMinutes(i), 10 * i, MetricWorld.Key(name: "X"));
        }

        await _world.PutAsync(Ago.AddMinutes(5), 7, MetricWorld.Key(name: "Y"));
        var queries = $"{Query("a")},{Query("b", name: "X")},{Query("c", name: "Y")}";
        const string Options = """, "MaxDatapoints":9, "ScanBy":"TimestampAscending" """;

        var first = await AskAsync(queries, Options);
        var second = await AskAsync(queries, $$"""{{Options}}, "NextToken":"{{Token(first)}}" """);

        Assert.Equal(["a: 0 1 2", "b: 0 10 20", "c: "], Show(first));
        Assert.Equal(["a: 3 4 5", "b: 30 40 50", "c: 7"], Show(second));
        Assert.Null(Token(second));
    }

    [Fact]
    public async Task An_expression_is_not_paged()
    {
        for (var i = 0; i < 6; i++)
        {
            await _world.PutAsync(Ago.AddMinutes(i), i);
        }

        var answer = await AskAsync($$"""{{Query("a")}},{"Id":"e","Expression":"a*2"}""", """, "MaxDatapoints":4""");

        Assert.Equal(["a: 5 4", "e: 10 8"], Show(answer));
        Assert.Equal("PartialData", Status(answer));
        Assert.Null(Token(answer));
    }

    [Fact]
    public async Task A_token_belongs_to_its_request()
    {
        for (var i = 0; i < 3; i++)
        {
            await _world.PutAsync(Ago.AddMinutes(i), i);
        }

        var token = Token(await AskAsync(Query("q1"), """, "MaxDatapoints":1"""));

        Assert.StartsWith(
            "InvalidNextToken: ",
            await RefusalAsync(Query("q2"), $$""", "MaxDatapoints":1, "NextToken":"{{token}}" """)
        );
        Assert.StartsWith("InvalidNextToken: ", await RefusalAsync(Query("q1"), """, "NextToken":"rubbish" """));
    }

    [Fact] // B9
    public async Task The_range_has_a_second_at_least()
    {
        Assert.Equal(
            "ValidationError: The parameter StartTime must not equal parameter EndTime.",
            await RefusalAsync(Query("q1"), start: Now.AddMilliseconds(200), end: Now.AddMilliseconds(900))
        );
        Assert.Equal(
            "ValidationError: The parameter EndTime must be greater than StartTime.",
            await RefusalAsync(Query("q1"), start: Now, end: Ago)
        );
    }

    [Theory]
    // D7
    [InlineData(
        """{"Id":"A1","Expression":"TIME_SERIES(1)"}""",
        "The value A1 for parameter MetricDataQueries.member.1.Id is not matching the expected pattern ^[a-z][a-zA-Z0-9_]*$."
    )]
    [InlineData("""{"Id":"q1"}""", "The parameter MetricDataQueries.member.1.MetricStat is required.\n")]
    [InlineData("", "The parameter MetricDataQueries is required.\n")]
    // Wordings of ours.
    [InlineData(
        """{"Id":"q1","Expression":"q2"},{"Id":"q1","Expression":"q2"}""",
        "The value q1 for parameter MetricDataQueries.member.2.Id is not unique."
    )]
    [InlineData(
        """{"Id":"q1","MetricStat":{"Metric":{"Namespace":"N","MetricName":"M"},"Period":60,"Stat":"Total"}}""",
        "The value Total for parameter MetricDataQueries.member.1.MetricStat.Stat is not supported."
    )]
    [InlineData(
        """{"Id":"q1","MetricStat":{"Metric":{"Namespace":"N","MetricName":"M"},"Period":90,"Stat":"Sum"}}""",
        "The parameter MetricDataQueries.member.1.MetricStat.Period must be a multiple of 60."
    )]
    [InlineData(
        """{"Id":"q1","MetricStat":{"Metric":{"Namespace":"N"},"Period":60,"Stat":"Sum"}}""",
        "The parameter MetricDataQueries.member.1.MetricStat.Metric.MetricName is required."
    )]
    [InlineData(
        """{"Id":"q1","Expression":"1","MetricStat":{"Metric":{"Namespace":"N","MetricName":"M"},"Period":60,"Stat":"Sum"}}""",
        "The parameters MetricDataQueries.member.1.MetricStat and MetricDataQueries.member.1.Expression are mutually exclusive and you have specified both."
    )]
    // Those of the validator in front.
    [InlineData(
        """{"Id":"q1","MetricStat":{"Metric":{"Namespace":"N","MetricName":"M"},"Period":0,"Stat":"Sum"}}""",
        "1 validation error detected: Value '0' at 'metricDataQueries.1.member.metricStat.period' failed to satisfy constraint: Member must have value greater than or equal to 1"
    )]
    public async Task Queries_obey_their_rules(string queries, string expected) =>
        Assert.Equal($"ValidationError: {expected}", await RefusalAsync(queries));

    [Fact] // D6
    public async Task There_are_at_most_500_queries()
    {
        var queries = Enumerable.Range(0, 501).Select(i => Query($"q{i}"));

        Assert.Equal(
            "ValidationError: The collection MetricDataQueries must not have a size greater than 500.",
            await RefusalAsync(string.Join(',', queries))
        );
    }

    Task<JsonElement> AskAsync(string queries, string more = "") =>
        _api.CallAsync("GetMetricData", Request(queries, more, Ago, Now));

    Task<string> RefusalAsync(
        string queries,
        string more = "",
        DateTimeOffset? start = null,
        DateTimeOffset? end = null
    ) => _api.FailAsync("GetMetricData", Request(queries, more, start ?? Ago, end ?? Now));

    static string Request(string queries, string more, DateTimeOffset start, DateTimeOffset end) =>
        FormattableString.Invariant(
            $$"""
            {"StartTime":{{start.ToUnixTimeMilliseconds() / 1000.0}},"EndTime":{{end.ToUnixTimeMilliseconds()
                / 1000.0}},
             "MetricDataQueries":[{{queries}}]{{more}}}
            """
        );

    static string Query(
        string id,
        string name = "M",
        string? unit = null,
        string dimensions = "[]",
        string more = ""
    ) =>
        $$"""
            {"Id":"{{id}}","MetricStat":{"Metric":{"Namespace":"N","MetricName":"{{name}}","Dimensions":{{dimensions}}},
             "Period":60,"Stat":"Sum"{{(unit is null ? "" : $",\"Unit\":\"{unit}\"")}}}{{more}}}
            """;

    static List<string> Show(JsonElement answer) =>
        [
            .. answer
                .GetProperty("MetricDataResults")
                .EnumerateArray()
                .Select(result =>
                    $"{result.GetProperty("Id")}: {string.Join(' ', result.GetProperty("Values").EnumerateArray().Select(value => value.GetDouble()))}"
                ),
        ];

    static List<string> ShowWithMessages(JsonElement answer) =>
        [
            .. Show(answer),
            .. answer
                .GetProperty("MetricDataResults")
                .EnumerateArray()
                .Where(result => result.TryGetProperty("Messages", out _))
                .SelectMany(result => result.GetProperty("Messages").EnumerateArray())
                .Select(message => $"{message.GetProperty("Code")} {message.GetProperty("Value")}"),
        ];

    static IEnumerable<string> Labels(JsonElement answer) =>
        answer.GetProperty("MetricDataResults").EnumerateArray().Select(result => $"{result.GetProperty("Label")}");

    static string Status(JsonElement answer) =>
        $"{answer.GetProperty("MetricDataResults")[0].GetProperty("StatusCode")}";

    static string? Token(JsonElement answer) =>
        answer.TryGetProperty("NextToken", out var token) ? token.GetString() : null;
}
