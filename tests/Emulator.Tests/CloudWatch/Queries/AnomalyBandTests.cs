using System.Globalization;
using System.Text.Json;
using Emulator.Tests.CloudWatch.Metrics;

namespace Emulator.Tests.CloudWatch.Queries;

/// <summary>ANOMALY_DETECTION_BAND through GetMetricData: metric-math.md §7; the model itself is tested with the language.</summary>
public sealed class AnomalyBandTests : IAsyncDisposable
{
    static readonly DateTimeOffset Now = MetricWorld.Start;

    readonly MetricWorld _world = new();
    readonly CloudWatchApi _api;

    public AnomalyBandTests() => _api = new CloudWatchApi(() => _world.Engine);

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact] // §7.2: σ is at least 0.5 % of the mean, so that a constant 10 is expected between 9.9 and 10.1
    public async Task The_band_follows_the_two_weeks_before_the_range()
    {
        await FillAsync(days: 4, value: 10);

        Assert.Equal(["M Low: 9.9", "M High: 10.1"], await BandAsync("ANOMALY_DETECTION_BAND(m1)"));
        Assert.Equal(["M Low: 9.75", "M High: 10.25"], await BandAsync("ANOMALY_DETECTION_BAND(m1, 5)"));
        Assert.Equal(["e1: 10.1"], await BandAsync("LAST(ANOMALY_DETECTION_BAND(m1))"));
    }

    [Fact]
    public async Task The_band_of_an_expression_follows_the_expression()
    {
        await FillAsync(days: 4, value: 10);

        Assert.Equal(["e2 Low: 19.8", "e2 High: 20.2"], await BandAsync("ANOMALY_DETECTION_BAND(e2)"));
    }

    [Fact]
    public async Task Without_a_past_there_is_no_band() =>
        Assert.Equal(["M Low: ", "M High: "], await BandAsync("ANOMALY_DETECTION_BAND(m1)"));

    [Fact]
    public async Task A_detector_can_leave_out_a_time()
    {
        await FillAsync(days: 4, value: 10);
        await _world.PutAsync(Now.AddDays(-1), 1000);
        var disturbed = await BandAsync("ANOMALY_DETECTION_BAND(m1)");

        await _api.CallAsync(
            "PutAnomalyDetector",
            $$"""
            {"Namespace":"N","MetricName":"M","Stat":"Average","Configuration":{"ExcludedTimeRanges":[
              {"StartTime":{{Seconds(Now.AddDays(-1))}},"EndTime":{{Seconds(Now.AddDays(-1).AddHours(1))}}}]} }
            """
        );

        Assert.NotEqual(["M Low: 9.9", "M High: 10.1"], disturbed);
        Assert.Equal(["M Low: 9.9", "M High: 10.1"], await BandAsync("ANOMALY_DETECTION_BAND(m1)"));
    }

    [Fact]
    public async Task The_detector_of_an_expression_is_found_by_what_it_computes()
    {
        await FillAsync(days: 4, value: 10);
        await _world.PutAsync(Now.AddDays(-1), 1000);

        await _api.CallAsync(
            "PutAnomalyDetector",
            $$"""
            {"MetricMathAnomalyDetector":{"MetricDataQueries":[{{Metric("m1")}},{"Id":"e2","Expression":"m1*2"}]},
             "Configuration":{"ExcludedTimeRanges":[
              {"StartTime":{{Seconds(Now.AddDays(-1))}},"EndTime":{{Seconds(Now.AddDays(-1).AddHours(1))}}}]} }
            """
        );

        Assert.Equal(["e2 Low: 19.8", "e2 High: 20.2"], await BandAsync("ANOMALY_DETECTION_BAND(e2)"));
        Assert.NotEqual(["M Low: 9.9", "M High: 10.1"], await BandAsync("ANOMALY_DETECTION_BAND(m1)"));
    }

    [Fact]
    public async Task A_percentage_is_not_expected_to_pass_100()
    {
        await FillAsync(days: 4, value: 100, unit: "Percent");

        Assert.Equal(["M Low: 99", "M High: 100"], await BandAsync("ANOMALY_DETECTION_BAND(m1)"));
    }

    [Fact]
    public async Task Not_every_expression_has_a_model() =>
        Assert.Equal(
            "ValidationError: Error in expression 'e1': Anomaly detection does not take expressions with METRICS",
            await _api.FailAsync("GetMetricData", Request("ANOMALY_DETECTION_BAND(e3)"))
        );

    async Task FillAsync(int days, double value, string unit = "None")
    {
        for (var day = 1; day <= days; day++)
        {
            await _world.PutAsync(Now.AddDays(-day), value, unit: unit);
        }
    }

    async Task<List<string>> BandAsync(string expression)
    {
        var answer = await _api.CallAsync("GetMetricData", Request(expression));
        return
        [
            .. answer
                .GetProperty("MetricDataResults")
                .EnumerateArray()
                .Select(result => $"{result.GetProperty("Label")}: {Values(result)}"),
        ];
    }

    static string Values(JsonElement result) =>
        string.Join(
            ' ',
            result
                .GetProperty("Values")
                .EnumerateArray()
                .Select(value => Math.Round(value.GetDouble(), 9).ToString(CultureInfo.InvariantCulture))
        );

    static string Metric(string id) =>
        $$"""{"Id":"{{id}}","ReturnData":false,"MetricStat":{"Metric":{"Namespace":"N","MetricName":"M"},"Period":3600,"Stat":"Average"} }""";

    static string Request(string expression) =>
        $$"""
            {"StartTime":{{Seconds(Now)}},"EndTime":{{Seconds(Now.AddHours(1))}},"MetricDataQueries":[
              {{Metric(
                "m1"
            )}},{"Id":"e1","Expression":"{{expression}}"},{"Id":"e2","Expression":"m1*2","ReturnData":false},
              {"Id":"e3","Expression":"SUM(METRICS())","ReturnData":false}]}
            """;

    static long Seconds(DateTimeOffset time) => time.ToUnixTimeSeconds();
}
