using System.Text.Json;
using Emulator.Tests.CloudWatch.Metrics;

namespace Emulator.Tests.CloudWatch.Operations;

/// <summary>Statistics of one metric: metrics.md §6 and cases B8, D1 to D4 and F8.</summary>
public sealed class GetMetricStatisticsTests : IAsyncDisposable
{
    static readonly DateTimeOffset Now = MetricWorld.Start;

    readonly MetricWorld _world = new();
    readonly CloudWatchApi _api;

    public GetMetricStatisticsTests() => _api = new CloudWatchApi(() => _world.Engine);

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_datapoint_has_the_statistics_that_were_asked_for()
    {
        await _world.PutAsync(Now, 3, unit: "Count");
        await _world.PutAsync(Now, 5, unit: "Count");

        var answer = await AskAsync(Now, Now.AddMinutes(1), 60, ["Average", "Sum"]);

        Assert.Equal(
            """{"Label":"M","Datapoints":[{"Timestamp":1.774008E9,"Average":4,"Sum":8,"Unit":"Count"}]}""",
            Normalise(answer)
        );
    }

    [Fact]
    public async Task Extended_statistics_come_as_a_map()
    {
        await _world.PutAsync(Now, 3);
        await _world.PutAsync(Now, 5);

        var answer = await AskAsync(Now, Now.AddMinutes(1), 60, extended: ["p50", "TM(10%:90%)"]);

        Assert.Equal(
            """{"Label":"M","Datapoints":[{"Timestamp":1.774008E9,"Unit":"None","ExtendedStatistics":{"p50":3,"TM(10%:90%)":4}}]}""",
            Normalise(answer)
        );
    }

    [Fact]
    public async Task A_metric_without_data_answers_its_name_and_nothing_else() =>
        Assert.Equal("""{"Label":"M","Datapoints":[]}""", Normalise(await AskAsync(Now, Now.AddMinutes(1), 60)));

    [Fact] // F8
    public async Task Each_unit_has_a_datapoint_of_its_own()
    {
        await _world.PutAsync(Now, 10);
        await _world.PutAsync(Now, 5, unit: "Count");
        await _world.PutAsync(Now, 1, unit: "Seconds");

        var all = await AskAsync(Now, Now.AddMinutes(1), 60, ["Average"]);
        var one = await AskAsync(Now, Now.AddMinutes(1), 60, ["Average"], unit: "Count");
        var none = await AskAsync(Now, Now.AddMinutes(1), 60, ["Average"], unit: "Bytes");

        Assert.Equal(["None 10", "Count 5", "Seconds 1"], Points(all));
        Assert.Equal(["Count 5"], Points(one));
        Assert.Empty(Points(none));
    }

    [Fact]
    public async Task Negative_values_have_averages_and_no_percentiles() // E23
    {
        await _world.PutAsync(Now, -1);
        await _world.PutAsync(Now, 5);

        Assert.Empty(Points(await AskAsync(Now, Now.AddMinutes(1), 60, extended: ["p50"])));
        Assert.Single((await AskAsync(Now, Now.AddMinutes(1), 60)).GetProperty("Datapoints").EnumerateArray());
    }

    [Theory]
    [InlineData(86400, 1, 86400)] // D1
    [InlineData(86400, 60, null)] // D2
    [InlineData(86401, 60, 1441)] // D3
    [InlineData(14 * 86400, 300, 4032)] // D4
    public async Task A_request_spans_at_most_1440_datapoints(int seconds, int period, int? refused)
    {
        if (refused is null)
        {
            await AskAsync(Now.AddSeconds(-seconds), Now, period);
            return;
        }

        Assert.Equal(
            $"InvalidParameterCombination: You have requested up to {refused} datapoints, which exceeds the limit of 1440. You may reduce the datapoints requested by increasing Period, or decreasing the time range.",
            await RefusalAsync(Now.AddSeconds(-seconds), Now, period)
        );
    }

    [Fact] // B8
    public async Task The_start_lies_before_the_end()
    {
        const string Expected =
            "InvalidParameterValue: The parameter StartTime must be less than the parameter EndTime.";

        Assert.Equal(Expected, await RefusalAsync(Now, Now, 60));
        Assert.Equal(Expected, await RefusalAsync(Now, Now.AddMilliseconds(900), 60));
        Assert.Equal(Expected, await RefusalAsync(Now, Now.AddMinutes(-1), 60));
    }

    [Theory] // §5.3
    [InlineData(0, "The parameter Period must be greater than 0.")]
    [InlineData(7, "The parameter Period must be a multiple of 60.")]
    [InlineData(90, "The parameter Period must be a multiple of 60.")]
    public async Task The_period_is_a_multiple_of_a_minute_or_one_of_five(int period, string expected) =>
        Assert.Equal($"InvalidParameterValue: {expected}", await RefusalAsync(Now, Now.AddMinutes(1), period));

    [Fact]
    public async Task Statistics_are_simple_or_extended()
    {
        Assert.Equal(
            "InvalidParameterCombination: Must specify either Statistics or ExtendedStatistics",
            await RefusalAsync(Now, Now.AddMinutes(1), 60, [])
        );
        Assert.Equal(
            "InvalidParameterCombination: The parameters Statistics and ExtendedStatistics are mutually exclusive and you have specified both.",
            await RefusalAsync(Now, Now.AddMinutes(1), 60, ["Sum"], ["p50"])
        );
        Assert.Equal(
            "InvalidParameterValue: The parameter Statistics.member.2 must be a value in the set [ Average, Maximum, Minimum, SampleCount, Sum ].",
            await RefusalAsync(Now, Now.AddMinutes(1), 60, ["Sum", "Total"])
        );
        Assert.Equal(
            "InvalidParameterValue: The value p101 for parameter ExtendedStatistics.member.1 is not supported.",
            await RefusalAsync(Now, Now.AddMinutes(1), 60, [], ["p101"])
        );
    }

    [Fact] // wire.md §3.6
    public async Task Missing_parameters_are_named_together() =>
        Assert.Equal(
            "MissingParameter: The parameter Namespace is required.\nThe parameter MetricName is required.\n"
                + "The parameter StartTime is required.\nThe parameter EndTime is required.\nThe parameter Period is required.",
            await _api.FailAsync("GetMetricStatistics", new { })
        );

    Task<JsonElement> AskAsync(
        DateTimeOffset start,
        DateTimeOffset end,
        int period,
        string[]? statistics = null,
        string[]? extended = null,
        string? unit = null
    ) => _api.CallAsync("GetMetricStatistics", Request(start, end, period, statistics, extended, unit));

    Task<string> RefusalAsync(
        DateTimeOffset start,
        DateTimeOffset end,
        int period,
        string[]? statistics = null,
        string[]? extended = null
    ) => _api.FailAsync("GetMetricStatistics", Request(start, end, period, statistics, extended, null));

    static object Request(
        DateTimeOffset start,
        DateTimeOffset end,
        int period,
        string[]? statistics,
        string[]? extended,
        string? unit
    ) =>
        new
        {
            Namespace = "N",
            MetricName = "M",
            StartTime = start,
            EndTime = end,
            Period = period,
            Statistics = statistics ?? (extended is null ? ["Sum"] : []),
            ExtendedStatistics = extended ?? [],
            Unit = unit,
        };

    static List<string> Points(JsonElement answer) =>
        [
            .. answer
                .GetProperty("Datapoints")
                .EnumerateArray()
                .Select(point => $"{point.GetProperty("Unit")} {point.GetProperty("Average").GetDouble()}"),
        ];

    /// <summary>Numbers without the fraction that AWS writes after whole ones.</summary>
    static string Normalise(JsonElement answer) => answer.GetRawText().Replace(".0", "", StringComparison.Ordinal);
}
