using System.Text.Json;
using Emulator.Tests.CloudWatch.Metrics;

namespace Emulator.Tests.CloudWatch.Operations;

/// <summary>Anomaly detectors: dashboards-and-more.md §5 and cases C6 to C9.</summary>
public sealed class AnomalyDetectorTests : IAsyncDisposable
{
    const string Single =
        """ "Namespace":"N","MetricName":"M","Dimensions":[{"Name":"d","Value":"1"}],"Stat":"Average" """;
    const string Math = """
        {"MetricDataQueries":[
          {"Id":"e1","Expression":"m1*2"},
          {"Id":"m1","ReturnData":false,"MetricStat":{"Metric":{"Namespace":"N","MetricName":"M"},"Period":60,"Stat":"Sum"}}]}
        """;

    readonly MetricWorld _world = new();
    readonly CloudWatchApi _api;

    public AnomalyDetectorTests() => _api = new CloudWatchApi(() => _world.Engine);

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact] // C6
    public async Task A_detector_of_a_metric_is_described_in_the_old_form_and_in_the_new()
    {
        var id = await PutAsync("{\"SingleMetricAnomalyDetector\":{" + Single + "}}");

        var answer = await _api.CallAsync("DescribeAnomalyDetectors", "{}");

        Assert.Equal(
            $$$"""{"AnomalyDetectors":[{"AnomalyDetectorId":"{{{id}}}","Namespace":"N","MetricName":"M","Dimensions":[{"Name":"d","Value":"1"}],"Stat":"Average","Configuration":{"ExcludedTimeRanges":[]},"StateValue":"PENDING_TRAINING","SingleMetricAnomalyDetector":{"AccountId":"000000000000","Namespace":"N","MetricName":"M","Dimensions":[{"Name":"d","Value":"1"}],"Stat":"Average"}}]}""",
            answer.GetRawText()
        );
    }

    [Fact] // C7
    public async Task Detectors_are_filtered_by_type_metric_and_id()
    {
        var single = await PutAsync("{" + Single + "}");
        var math = await PutAsync($$"""{"MetricMathAnomalyDetector":{{Math}}}""");

        Assert.Equal([single], await ListAsync("{}"));
        Assert.Equal([math], await ListAsync("""{"AnomalyDetectorTypes":["METRIC_MATH"]}"""));
        Assert.Equal([single], await ListAsync("""{"Dimensions":[{"Name":"d","Value":"1"}]}"""));
        Assert.Empty(await ListAsync("""{"Dimensions":[{"Name":"d","Value":"2"}]}"""));
        Assert.Empty(await ListAsync("""{"MetricName":"m"}"""));
        Assert.Equal([math], await ListAsync($$"""{"AnomalyDetectorIds":["{{math}}"]}"""));
        Assert.StartsWith(
            "InvalidParameterCombination: ",
            await _api.FailAsync("DescribeAnomalyDetectors", """{"AnomalyDetectorIds":["x"],"Namespace":"N"}""")
        );
    }

    [Fact]
    public async Task An_id_that_cannot_be_one_is_refused() =>
        Assert.StartsWith(
            "InvalidParameterValue: The value a b for parameter AnomalyDetectorIds.member.1 is not matching",
            await _api.FailAsync("DescribeAnomalyDetectors", """{"AnomalyDetectorIds":["a b"]}""")
        );

    [Theory] // C8
    [InlineData("""{"Namespace":"N","SingleMetricAnomalyDetector":{}}""", "InvalidParameterCombination: ")]
    [InlineData("""{"Stat":"Sum","MetricMathAnomalyDetector":{}}""", "InvalidParameterCombination: ")]
    [InlineData(
        """{"SingleMetricAnomalyDetector":{},"MetricMathAnomalyDetector":{}}""",
        "InvalidParameterCombination: "
    )]
    [InlineData("{}", "MissingParameter: The parameter SingleMetricAnomalyDetector is required.")]
    [InlineData(
        """{"SingleMetricAnomalyDetector":{"Namespace":"N"}}""",
        "MissingParameter: The parameter SingleMetricAnomalyDetector.MetricName is required.\nThe parameter SingleMetricAnomalyDetector.Stat is required."
    )]
    [InlineData(
        """{"Namespace":"N","MetricName":"M","Stat":"p101"}""",
        "InvalidParameterValue: The value p101 for parameter Stat is not supported."
    )]
    [InlineData(
        """{"Namespace":"N","MetricName":"M","Stat":"Sum","Configuration":{"MetricTimezone":"Mars/Olympus"}}""",
        "InvalidParameterValue: The value Mars/Olympus for parameter Configuration.MetricTimezone is not a time zone"
    )]
    [InlineData(
        """{"Namespace":"N","MetricName":"M","Stat":"Sum","Configuration":{"ExcludedTimeRanges":[{"StartTime":60,"EndTime":60}]}}""",
        "InvalidParameterValue: The parameter Configuration.ExcludedTimeRanges.member.1.StartTime must be less than"
    )]
    [InlineData(
        """{"MetricMathAnomalyDetector":{"MetricDataQueries":[{"Id":"e1","Expression":"SUM(SEARCH('x','Sum',60))"}]}}""",
        "InvalidParameterValue: The parameter MetricMathAnomalyDetector.MetricDataQueries is not valid: Anomaly detection does not take expressions with SEARCH."
    )]
    [InlineData(
        """{"MetricMathAnomalyDetector":{"MetricDataQueries":[{"Id":"e1","Expression":"TIME_SERIES(1)","Period":60},{"Id":"e2","Expression":"e1","Period":60}]}}""",
        "InvalidParameterValue: The parameter MetricMathAnomalyDetector.MetricDataQueries must have exactly one query with ReturnData true"
    )]
    [InlineData(
        """{"MetricMathAnomalyDetector":{"MetricDataQueries":[{"Id":"e1","Expression":"m1+1"},{"Id":"m1","ReturnData":false,"MetricStat":{"Metric":{"Namespace":"N","MetricName":"M"},"Period":7200,"Stat":"Sum"}}]}}""",
        "InvalidParameterValue: The parameter MetricMathAnomalyDetector.MetricDataQueries is not valid: Anomaly detection on metric math takes metrics of one period"
    )]
    public async Task A_detector_watches_one_thing_that_can_be_watched(string request, string expected) =>
        Assert.StartsWith(expected, await _api.FailAsync("PutAnomalyDetector", request));

    [Fact]
    public async Task Putting_the_same_again_configures_it()
    {
        var id = await PutAsync("{" + Single + "}");
        var again = await PutAsync("{" + Single + """,  "MetricCharacteristics":{"PeriodicSpikes":true}}""");
        var math = await PutAsync($$"""{"MetricMathAnomalyDetector":{{Math}}}""");
        var mathAgain = await PutAsync($$"""{"MetricMathAnomalyDetector":{{Math}}}""");

        Assert.Equal(id, again);
        Assert.Equal(math, mathAgain);
        Assert.True(
            (await _api.CallAsync("DescribeAnomalyDetectors", "{}"))
                .GetProperty("AnomalyDetectors")[0]
                .GetProperty("MetricCharacteristics")
                .GetProperty("PeriodicSpikes")
                .GetBoolean()
        );
    }

    [Fact] // C9
    public async Task A_detector_is_deleted_by_its_id_or_by_what_it_watches()
    {
        var id = await PutAsync("{" + Single + "}");
        await _api.CallAsync("DeleteAnomalyDetector", $$"""{"AnomalyDetectorId":"{{id}}"}""");
        await PutAsync("{" + Single + "}");
        await _api.CallAsync("DeleteAnomalyDetector", "{" + Single + "}");
        await PutAsync($$"""{"MetricMathAnomalyDetector":{{Math}}}""");
        await _api.CallAsync("DeleteAnomalyDetector", $$"""{"MetricMathAnomalyDetector":{{Math}}}""");

        Assert.Empty(await ListAsync("""{"AnomalyDetectorTypes":["SINGLE_METRIC","METRIC_MATH"]}"""));
        Assert.StartsWith(
            "ResourceNotFoundException: ",
            await _api.FailAsync("DeleteAnomalyDetector", "{" + Single + "}")
        );
        Assert.StartsWith(
            "ResourceNotFoundException: ",
            await _api.FailAsync("DeleteAnomalyDetector", """{"AnomalyDetectorId":"none"}""")
        );
    }

    [Fact]
    public async Task A_detector_learns_within_a_quarter_of_an_hour_if_there_is_something_to_learn()
    {
        await PutAsync("""{"Namespace":"N","MetricName":"M","Stat":"Average"}""");
        await PutAsync("""{"Namespace":"N","MetricName":"None","Stat":"Average"}""");
        for (var i = 1; i <= 3; i++)
        {
            await _world.PutAsync(_world.Now.AddHours(-i), 1);
        }

        var before = await StatesAsync();
        await _world.AdvanceAsync(TimeSpan.FromMinutes(15));

        Assert.Equal(["M PENDING_TRAINING", "None PENDING_TRAINING"], before);
        Assert.Equal(["M TRAINED", "None TRAINED_INSUFFICIENT_DATA"], await StatesAsync());
    }

    [Fact]
    public async Task Pages_list_every_detector_once_and_survive_a_restart()
    {
        for (var i = 0; i < 7; i++)
        {
            await PutAsync($$"""{"Namespace":"N","MetricName":"m{{i}}","Stat":"Sum"}""");
        }

        await _world.RestartAsync(crash: true);
        var names = new List<string?>();
        string? token = null;
        do
        {
            var page = await _api.CallAsync(
                "DescribeAnomalyDetectors",
                $$"""{"MaxResults":3{{(token is null ? "" : $",\"NextToken\":\"{token}\"")}}}"""
            );
            names.AddRange(Detectors(page).Select(detector => detector.GetProperty("MetricName").GetString()));
            token = page.TryGetProperty("NextToken", out var next) ? next.GetString() : null;
        } while (token is not null);

        Assert.Equal(["m0", "m1", "m2", "m3", "m4", "m5", "m6"], names.Order());
        Assert.StartsWith(
            "InvalidNextToken: ",
            await _api.FailAsync("DescribeAnomalyDetectors", """{"NextToken":"rubbish"}""")
        );
    }

    [Fact]
    public async Task There_are_at_most_500_detectors()
    {
        for (var i = 0; i < 500; i++)
        {
            await PutAsync($$"""{"Namespace":"N","MetricName":"m{{i}}","Stat":"Sum"}""");
        }

        Assert.StartsWith(
            "LimitExceededException: ",
            await _api.FailAsync("PutAnomalyDetector", """{"Namespace":"N","MetricName":"one","Stat":"Sum"}""")
        );
        await PutAsync("""{"Namespace":"N","MetricName":"m7","Stat":"Sum"}""");
    }

    async Task<string?> PutAsync(string request) =>
        (await _api.CallAsync("PutAnomalyDetector", request)).GetProperty("AnomalyDetectorId").GetString();

    async Task<List<string?>> ListAsync(string request) =>
        [
            .. Detectors(await _api.CallAsync("DescribeAnomalyDetectors", request))
                .Select(detector => detector.GetProperty("AnomalyDetectorId").GetString()),
        ];

    async Task<IEnumerable<string>> StatesAsync() =>
        Detectors(await _api.CallAsync("DescribeAnomalyDetectors", "{}"))
            .Select(detector => $"{detector.GetProperty("MetricName")} {detector.GetProperty("StateValue")}")
            .Order();

    static JsonElement.ArrayEnumerator Detectors(JsonElement answer) =>
        answer.GetProperty("AnomalyDetectors").EnumerateArray();
}
