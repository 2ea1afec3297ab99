using Emulator.Services.CloudWatch.Metrics;
using Emulator.Tests.CloudWatch.Metrics;
using Emulator.Tests.Support;

namespace Emulator.Tests.CloudWatch.Queries;

/// <summary>Metric math through GetMetricData: the cases of metric-math.md §12 over data that was put.</summary>
public sealed class ExpressionTests : IAsyncDisposable
{
    const string SixSlots = "a=[1,2,-,4,-,6] b=[10,-,30,40,-,0] c=[-,5,-,-,8,-] empty=[-,-,-,-,-,-]";
    const string ThreeSlots = "x_err=[1,1,1] y_err=[5,5,5] z=[3,3,3] n=[-,-,-]";

    /// <summary>What reads something else than the metrics of the request, and has tests of its own.</summary>
    static readonly string[] OtherSources =
    [
        "INSIGHT_RULE_METRIC",
        "SERVICE_QUOTA",
        "SEARCH",
        "ANOMALY_DETECTION_BAND",
        "DB_PERF_INSIGHTS",
    ];

    readonly QueryWorld _world = new();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    public static TheoryData<string, string> SixSlotCases => Cases("metric-math.txt");

    public static TheoryData<string, string> ThreeSlotCases => Cases("metric-math-arrays.txt");

    [Theory]
    [MemberData(nameof(SixSlotCases))]
    public Task Series_are_computed(string expression, string expected)
    {
        var parts = expression.Split(" where ");
        return AssertYieldsAsync(parts is [_, var data] ? data : SixSlots, parts[0], expected);
    }

    [Theory]
    [MemberData(nameof(ThreeSlotCases))]
    public Task Arrays_are_computed(string expression, string expected) =>
        AssertYieldsAsync(ThreeSlots, expression, expected);

    [Theory]
    [CaseFile("metric-math-documented.txt")]
    public Task The_user_guide_is_followed(string line, string expected)
    {
        var parts = line.Split(" where ");
        return AssertYieldsAsync(parts[1], parts[0], expected);
    }

    [Theory] // metric-math.md Q11, Q12; the others in our words
    [InlineData("ANOMALY_DETECTOR(a)", "Function 'ANOMALY_DETECTOR' not found")]
    [InlineData(
        "AVG(a)",
        "The result must be a time series or an array of time series (TS or TS[]), not S (at character 1)"
    )]
    [InlineData("a + nope", "Metric or expression 'nope' not found (at character 5)")]
    [InlineData(
        "a + SLICE([a])",
        "Function 'SLICE' does not accept (TS[]); it takes (TS[], S) or (TS[], S, S) (at character 5)"
    )]
    [InlineData(
        "SEARCH('a AND', 'Sum')",
        "Invalid SEARCH: Expected NOT, '(', a word or a string in double quotes but found the end of the search (at character 14)"
    )]
    [InlineData("e1 + 1", "The expression depends on itself: e1 -> e1")]
    [InlineData("DB_PERF_INSIGHTS('RDS','db','x')", "Function 'DB_PERF_INSIGHTS' is not available in the emulator")]
    [InlineData("INSIGHT_RULE_METRIC('rule','Sum')", "Insight rule 'rule' does not exist")]
    [InlineData("SEARCH('a','Total')", "Unknown statistic 'Total'")]
    [InlineData("a ? 1", "Unexpected '?' (at character 3)")]
    public async Task An_error_names_the_query_and_the_place(string expression, string expected)
    {
        await _world.AddMetricsAsync("a=[1]");

        Assert.Equal($"ValidationError: Error in expression 'e1': {expected}", await _world.RefusalAsync(expression));
    }

    [Fact]
    public async Task Expressions_stand_in_any_order_and_come_behind_metrics()
    {
        await _world.AddMetricsAsync("a=[1,2]");
        _world.AddQuery("""{"Id":"e3","Expression":"e1*10"}""");
        _world.AddQuery("""{"Id":"e2","Expression":"a+1"}""");
        _world.AddQuery(
            """{"Id":"m9","MetricStat":{"Metric":{"Namespace":"N","MetricName":"a"},"Period":60,"Stat":"Sum"}}"""
        );

        var answer = await _world.EvaluateAsync("e2*2");

        Assert.Equal(
            ["m9 2 1", "e3 60 40", "e2 3 2", "e1 6 4"],
            answer
                .GetProperty("MetricDataResults")
                .EnumerateArray()
                .Select(result =>
                    $"{result.GetProperty("Id")} {string.Join(' ', result.GetProperty("Values").EnumerateArray().Select(v => v.GetDouble()))}"
                )
        );
    }

    [Fact]
    public async Task A_cycle_is_named()
    {
        _world.AddQuery("""{"Id":"e2","Expression":"e3+1"}""");
        _world.AddQuery("""{"Id":"e3","Expression":"e1+1"}""");

        Assert.Equal(
            "ValidationError: Error in expression 'e2': The expression depends on itself: e2 -> e3 -> e1 -> e2",
            await _world.RefusalAsync("e2")
        );
    }

    [Fact] // recorded from AWS for alarms: aws/aws-cdk#7155
    public async Task An_expression_without_metrics_needs_a_period()
    {
        _world.AddQuery("""{"Id":"e2","Expression":"TIME_SERIES(1)"}""");

        Assert.Equal(
            "ValidationError: Error in expression 'e2': Period must not be null",
            await _world.RefusalAsync("TIME_SERIES(1)")
        );
    }

    [Theory] // metric-math.md §5.1: FILL(METRICS(), 0) with the label "Filled With 0:"
    [InlineData("METRICS()", "Filled:", "Filled: a=[1] Filled: b=[3]")]
    [InlineData("METRICS()", null, "a=[1] b=[3]")]
    [InlineData("METRICS()", "${LABEL} max ${MAX}", "a max 1=[1] b max 3=[3]")]
    [InlineData("a+b", "Total", "Total=[4]")]
    [InlineData("a+b", "Total ${SUM} ${LABEL}", "Total 4 e1=[4]")]
    public async Task Labels_follow_the_expression(string expression, string? label, string expected)
    {
        await _world.AddMetricsAsync("a=[1] b=[3]");

        Assert.Equal(expected, _world.Print(await _world.EvaluateAsync(expression, label)));
    }

    [Fact]
    public async Task A_quota_that_is_not_known_is_said_to_be_unknown()
    {
        await _world.AddMetricsAsync("a=[1]");

        var answer = await _world.EvaluateAsync("a/SERVICE_QUOTA(a)");

        Assert.Equal("[-] + ArithmeticError", _world.Print(answer));
        Assert.Equal("UnknownServiceQuota", answer.GetProperty("Messages")[0].GetProperty("Code").GetString());
    }

    [Fact]
    public async Task A_range_that_would_not_fit_into_memory_is_refused()
    {
        var error = await _world.Api.FailAsync(
            "GetMetricData",
            """
            {"StartTime":0,"EndTime":1774008000,
             "MetricDataQueries":[{"Id":"e1","Expression":"TIME_SERIES(1)","Period":1}]}
            """
        );

        Assert.Equal(
            "ValidationError: Error in expression 'e1': The time range has 1774008000 periods of 1 seconds, more than 2000000",
            error
        );
    }

    [Theory] // without a limit the first request would take 16 GB, and the process with it
    [InlineData(500, "FILL(SEARCH('{N}', 'Sum', 1), 0)")]
    [InlineData(0, "TIME_SERIES(1)", "TIME_SERIES(2)", "TIME_SERIES(3)")]
    public async Task Expressions_that_would_fill_the_memory_are_refused(int metrics, params string[] expressions)
    {
        await _world.World.Metrics.PublishAsync(
            [
                .. Enumerable
                    .Range(0, metrics)
                    .Select(i => MetricSample.Of(MetricWorld.Key(name: $"m{i}"), QueryWorld.Start, 1, "None")),
            ],
            QueryWorld.Start
        );

        var error = await _world.Api.FailAsync(
            "GetMetricData",
            new
            {
                StartTime = QueryWorld.Start.AddSeconds(-2_000_000),
                EndTime = QueryWorld.Start,
                MetricDataQueries = expressions.Select(
                    (expression, i) =>
                        new
                        {
                            Id = $"e{i}",
                            Expression = expression,
                            Period = 1,
                        }
                ),
            }
        );

        Assert.Equal(
            $"ValidationError: Error in expression 'e{expressions.Length - 1}': The request would compute more than 10000000 points",
            error
        );
    }

    async Task AssertYieldsAsync(string metrics, string expression, string expected)
    {
        await _world.AddMetricsAsync(metrics);

        Assert.Equal(expected, _world.Print(await _world.EvaluateAsync(expression)));
    }

    static TheoryData<string, string> Cases(string file)
    {
        var cases = new TheoryData<string, string>();
        foreach (var row in CaseFileAttribute.Read(file, 2))
        {
            if (!OtherSources.Any(source => row[0].Contains(source, StringComparison.Ordinal)))
            {
                cases.Add(row[0], row[1]);
            }
        }

        return cases;
    }
}
