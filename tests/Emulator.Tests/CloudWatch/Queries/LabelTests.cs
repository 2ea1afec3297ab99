using System.Text.Json;
using Emulator.Tests.CloudWatch.Metrics;

namespace Emulator.Tests.CloudWatch.Queries;

/// <summary>Labels of metrics: metrics.md §7.6 and §7.7, cases F1 to F3, F9 and F10.</summary>
public sealed class LabelTests : IAsyncDisposable
{
    static readonly DateTimeOffset Now = MetricWorld.Start;

    readonly MetricWorld _world = new();
    readonly CloudWatchApi _api;

    public LabelTests() => _api = new CloudWatchApi(() => _world.Engine);

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Theory]
    [InlineData("Sum 60", "Minimum 30", "metric1 Sum 60", "metric1 Minimum 30")] // F1
    [InlineData("Sum 60", "Minimum 60", "metric1 Sum", "metric1 Minimum")] // F2
    [InlineData("Sum 60", "Sum 30", "metric1 60", "metric1 30")] // F3
    [InlineData("Sum 60", "Sum 60", "metric1", "metric1")]
    public async Task Default_labels_say_what_differs(string one, string other, string label, string otherLabel)
    {
        var queries = new[] { one, other }.Select(
            (text, index) => $$"""{"Id":"q{{index}}","MetricStat":{{Stat("metric1", "[]", text)}}}"""
        );

        Assert.Equal([label, otherLabel], await LabelsAsync(string.Join(',', queries)));
    }

    [Theory]
    [InlineData("max ${MAX} of ${PROP('Dim.InstanceId')}", "max 7 of i-1")] // F9
    [InlineData("${AVG} ${SUM} ${MIN} ${FIRST} ${LAST} ${DATAPOINT_COUNT}", "5 15 3 3 5 3")]
    [InlineData("${MIN_MAX_RANGE} ${FIRST_LAST_RANGE}", "4 2")]
    [InlineData("${FIRST_TIME} ${LAST_TIME} ${MIN_TIME}", "3-20 09:00 3-20 10:05 3-20 09:00")]
    [InlineData("${MAX_TIME_RELATIVE} ${LAST_TIME_RELATIVE}", "2h 55m 1h 55m")]
    [InlineData("${FIRST_LAST_TIME_RANGE} ${MIN_MAX_TIME_RANGE}", "1h 5m 5m")]
    [InlineData("${PROP('MetricName')} ${PROP('Namespace')} ${PROP('Stat')} ${PROP('Period')}", "M N Average 60")]
    [InlineData(
        "${PROP('AccountId')} ${PROP('AccountLabel')} ${PROP('Region')}",
        "000000000000 000000000000 us-east-1"
    )]
    [InlineData("${LABEL}!", "M!")]
    [InlineData("${NOPE} ${PROP('Dim.instanceid')} ${ $ }", "${NOPE} ${PROP('Dim.instanceid')} ${ $ }")]
    [InlineData("${MAX", "${MAX")]
    public async Task Items_are_replaced(string label, string expected)
    {
        await FillAsync();

        Assert.Equal([expected], await LabelsAsync(Query(label)));
    }

    [Fact] // F10
    public async Task Times_are_shown_in_the_time_zone_of_the_request()
    {
        await FillAsync();
        var query = Query("${LABEL} at ${MAX_TIME}");

        Assert.Equal(["M at 3-20 05:05"], await LabelsAsync(query, """, "LabelOptions":{"Timezone":"-0400"}"""));
        Assert.Equal(["M at 3-20 14:35"], await LabelsAsync(query, """, "LabelOptions":{"Timezone":"+0530"}"""));
    }

    [Fact]
    public async Task Items_of_a_series_without_points_are_dashes() =>
        Assert.Equal(["-- -- --"], await LabelsAsync(Query("${MAX} ${MAX_TIME} ${FIRST_LAST_TIME_RANGE}")));

    [Fact]
    public async Task Items_cover_all_pages()
    {
        await FillAsync();

        Assert.Equal(["7"], await LabelsAsync(Query("${MAX}"), """, "MaxDatapoints":1"""));
    }

    [Theory]
    [InlineData(
        "${MAX}${MAX}${MAX}${MAX}${MAX}${MAX}${MAX}",
        "MetricDataQueries.member.1.Label must not have more than 6 dynamic items."
    )]
    [InlineData("${LABEL} ${LABEL}", "MetricDataQueries.member.1.Label must not contain ${LABEL} more than once.")]
    public async Task A_label_has_at_most_six_items(string label, string expected) =>
        Assert.Equal(
            $"ValidationError: The parameter {expected}",
            await _api.FailAsync("GetMetricData", Request(Query(label), ""))
        );

    [Theory]
    [InlineData("0400")]
    [InlineData("+04:00")]
    [InlineData("+2500")]
    [InlineData("UTC")]
    public async Task A_time_zone_is_an_offset(string timeZone) =>
        Assert.Equal(
            $"ValidationError: The value {timeZone} for parameter LabelOptions.Timezone is not matching the expected pattern ^[+-][0-9]{{4}}$.",
            await _api.FailAsync(
                "GetMetricData",
                Request(Query("x"), $$""", "LabelOptions":{"Timezone":"{{timeZone}}"}""")
            )
        );

    async Task FillAsync()
    {
        var key = MetricWorld.Key("InstanceId=i-1");
        await _world.PutAsync(Now.AddHours(-3), 3, key);
        await _world.PutAsync(Now.AddHours(-3).AddMinutes(5), 7, key);
        await _world.PutAsync(Now.AddHours(-2).AddMinutes(5), 5, key);
    }

    async Task<IEnumerable<string>> LabelsAsync(string queries, string options = "")
    {
        var answer = await _api.CallAsync("GetMetricData", Request(queries, options));
        return answer
            .GetProperty("MetricDataResults")
            .EnumerateArray()
            .Select(result => $"{result.GetProperty("Label")}");
    }

    static string Query(string label) =>
        $$"""{"Id":"q1","Label":{{JsonSerializer.Serialize(label)}},"MetricStat":{{Stat("M", """[{"Name":"InstanceId","Value":"i-1"}]""", "Average 60")}}}""";

    static string Stat(string name, string dimensions, string statisticAndPeriod)
    {
        var parts = statisticAndPeriod.Split(' ');
        return $$"""{"Metric":{"Namespace":"N","MetricName":"{{name}}","Dimensions":{{dimensions}}},"Stat":"{{parts[0]}}","Period":{{parts[1]}}}""";
    }

    static string Request(string queries, string options) =>
        $$"""
            {"StartTime":{{Now.AddHours(-4).ToUnixTimeSeconds()}},"EndTime":{{Now.ToUnixTimeSeconds()}},
             "MetricDataQueries":[{{queries}}]{{options}}}
            """;
}
