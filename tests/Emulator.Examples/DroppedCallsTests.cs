using System.Net;
using System.Text.Json.Nodes;
using Emulator.Server.Faults;

namespace Emulator.Examples;

/// <summary>A metric filter counts dropped calls in a log: what a suite of yours may look like.</summary>
public sealed class DroppedCallsTests : IAsyncLifetime
{
    readonly CloudWatchFixture _cloudWatch = new();

    public async ValueTask InitializeAsync()
    {
        await _cloudWatch.InitializeAsync();
        await Logs("CreateLogGroup", """{"logGroupName":"calls"}""");
        await Logs("CreateLogStream", """{"logGroupName":"calls","logStreamName":"agents"}""");
        await Logs(
            "PutMetricFilter",
            """
            {
              "logGroupName": "calls", "filterName": "dropped", "filterPattern": "DROPPED",
              "metricTransformations": [{"metricNamespace": "ContactCenter", "metricName": "DroppedCalls", "metricValue": "1"}]
            }
            """
        );
    }

    public ValueTask DisposeAsync() => _cloudWatch.DisposeAsync();

    [Fact]
    public async Task Dropped_calls_become_a_metric()
    {
        await Log("DROPPED by agent 7");
        await Log("ended by agent 7");
        await Log("DROPPED by agent 9");
        await _cloudWatch.Emulator.Clock.Advance(TimeSpan.FromMinutes(5));

        var statistics = await _cloudWatch.Client.CloudWatchAsync(
            "GetMetricStatistics",
            """
            {
              "Namespace": "ContactCenter", "MetricName": "DroppedCalls", "Statistics": ["Sum"], "Period": 300,
              "StartTime": "2026-01-05T09:00:00Z", "EndTime": "2026-01-05T09:05:00Z"
            }
            """
        );
        Assert.Equal(2, (double)statistics["Datapoints"]![0]!["Sum"]!);
    }

    [Fact]
    public async Task A_throttled_writer_can_try_again()
    {
        _cloudWatch.Emulator.Faults.Add(new ThrottlingFault { Operation = "PutLogEvents", Count = 1 });

        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => Log("once"));
        await Log("twice");

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(
            ["ThrottlingException", null],
            _cloudWatch
                .Emulator.Requests.All.Where(request => request.Operation == "PutLogEvents")
                .Select(request => request.ErrorCode)
        );
    }

    Task<JsonNode> Logs(string operation, string input) => _cloudWatch.Client.LogsAsync(operation, input);

    Task<JsonNode> Log(string message)
    {
        var timestamp = _cloudWatch.Emulator.Clock.Now.ToUnixTimeMilliseconds();
        return Logs(
            "PutLogEvents",
            $$"""
            {
              "logGroupName": "calls", "logStreamName": "agents",
              "logEvents": [{"timestamp": {{timestamp}}, "message": "{{message}}"}]
            }
            """
        );
    }
}
