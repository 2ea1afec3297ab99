using System.Globalization;
using System.Text.Json.Nodes;
using Emulator.Services;
using Emulator.Services.Fixtures.Loading;
using Emulator.Services.Logs.Events;
using Emulator.Tests.Support;

namespace Emulator.Tests.Fixtures;

/// <summary>A live world goes on as time passes, through the pipeline of clients' data.</summary>
public sealed class LiveFixtureTests : IAsyncDisposable
{
    /// <summary>Each second has a request; every tenth is an error, which a metric filter counts.</summary>
    const string World = """
        {
          "account": "123456789012",
          "parameters": { "days": 0.1 },
          "calls": [
            { "logs:CreateLogGroup": { "logGroupName": "/shop" } },
            {
              "logs:PutMetricFilter": {
                "logGroupName": "/shop", "filterName": "errors", "filterPattern": "{{ $.status = 500 }}",
                "metricTransformations": [{ "metricNamespace": "Filtered", "metricName": "Errors", "metricValue": "1" }]
              }
            }
          ],
          "generators": [
            {
              "name": "shop",
              "totals": { "requests": {} },
              "arrivals": [{ "name": "request", "perMinute": 20 }],
              "let": { "status": "u() < 0.1 ? 500 : 200", "took": "between(1, 90000)" },
              "emit": [
                {
                  "at": "t + took", "add": { "requests": 1 },
                  "log": { "group": "/shop", "stream": "web", "record": { "status": "=status" } },
                  "metrics": [{ "namespace": "Shop", "unit": "Count", "dimensions": [{}], "metrics": { "Requests": 1, "Errors": "status == 500 ? 1 : none" } }]
                }
              ],
              "publish": [{ "namespace": "Shop", "unit": "Count", "dimensions": [{}], "metrics": { "Level": "level.requests" } }]
            }
          ]
        }
        """;

    readonly Task<TestEmulator> _emulator = TestEmulator.StartAsync();

    [Fact]
    public async Task Logs_metrics_and_metric_filters_get_what_every_minute_brings()
    {
        var emulator = await _emulator;
        await LoadAsync(emulator, live: true);
        await emulator.AdvanceAsync(TimeSpan.FromHours(1));

        var events = CountEvents(emulator, TestEmulator.Start);
        Assert.InRange(events, 1000, 1400);
        Assert.Equal(events, await SumAsync(emulator, "Shop", "Requests"));
        Assert.Equal(await SumAsync(emulator, "Shop", "Errors"), await SumAsync(emulator, "Filtered", "Errors"));
    }

    [Fact]
    public async Task What_is_under_way_at_the_end_of_the_load_comes_later()
    {
        var emulator = await _emulator;
        await LoadAsync(emulator, live: true);
        await emulator.AdvanceAsync(TimeSpan.FromMinutes(10));

        var live = await LevelsAsync(emulator);
        Assert.Equal(10, live.Count);
        Assert.Equal(CountEvents(emulator, DateTimeOffset.UnixEpoch), live[^1]);
    }

    [Fact]
    public async Task After_a_restart_it_goes_on_where_it_was()
    {
        var emulator = await _emulator;
        await LoadAsync(emulator, live: true);
        await emulator.AdvanceAsync(TimeSpan.FromMinutes(5));
        await emulator.RestartAsync();
        await emulator.AdvanceAsync(TimeSpan.FromMinutes(5));

        var levels = await LevelsAsync(emulator);
        Assert.Equal(10, levels.Count);
        Assert.Equal(CountEvents(emulator, DateTimeOffset.UnixEpoch), levels[^1]);
    }

    [Fact]
    public async Task A_world_that_is_not_live_stands_still_until_it_is_asked_to_go_on()
    {
        var emulator = await _emulator;
        await LoadAsync(emulator, live: false);
        await emulator.AdvanceAsync(TimeSpan.FromMinutes(5));
        Assert.Empty(await LevelsAsync(emulator));

        var summary = await LoadAsync(emulator, live: true);
        await emulator.AdvanceAsync(TimeSpan.FromMinutes(5));

        Assert.True(summary.IsLive);
        Assert.Equal(10, (await LevelsAsync(emulator)).Count);
    }

    [Fact]
    public async Task It_ends_with_a_reset()
    {
        var emulator = await _emulator;
        await LoadAsync(emulator, live: true);
        await new StateControl(emulator.Engine).ResetAsync();
        await emulator.AdvanceAsync(TimeSpan.FromMinutes(5));

        Assert.Empty(await LevelsAsync(emulator));
    }

    public async ValueTask DisposeAsync() => await (await _emulator).DisposeAsync();

    static Task<FixtureSummary> LoadAsync(TestEmulator emulator, bool live) =>
        emulator.Engine.Fixtures.LoadAsync("shop", World, new FixtureOptions { Live = live });

    static async Task<double> SumAsync(TestEmulator emulator, string ns, string name) =>
        (await ReadAsync(emulator, ns, name, "Sum")).Sum();

    static Task<IReadOnlyList<double>> LevelsAsync(TestEmulator emulator) =>
        ReadAsync(emulator, "Shop", "Level", "Maximum");

    /// <summary>The data points since the load, in order.</summary>
    static async Task<IReadOnlyList<double>> ReadAsync(TestEmulator emulator, string ns, string name, string stat)
    {
        var answer = JsonNode.Parse(
            await emulator.CallAsync(
                "GetMetricData",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $$"""
                    {
                      "StartTime": {{TestEmulator.Start.ToUnixTimeSeconds()}},
                      "EndTime": {{emulator.Now.ToUnixTimeSeconds()}},
                      "ScanBy": "TimestampAscending",
                      "MetricDataQueries": [
                        { "Id": "m", "MetricStat": { "Metric": { "Namespace": "{{ns}}", "MetricName": "{{name}}" }, "Period": 60, "Stat": "{{stat}}" } }
                      ]
                    }
                    """
                )
            )
        )!;
        return [.. answer["MetricDataResults"]![0]!["Values"]!.AsArray().Select(value => (double)value!)];
    }

    static int CountEvents(TestEmulator emulator, DateTimeOffset from) =>
        emulator
            .Engine.In(emulator.Scope)
            .Logs.Groups.Require("/shop")
            .Events.Read(new EventQuery(), CancellationToken.None)
            .Count(stored => stored.Id.Timestamp >= from.ToUnixTimeMilliseconds());
}
