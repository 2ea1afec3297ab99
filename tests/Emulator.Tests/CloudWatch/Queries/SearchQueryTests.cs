using System.Text.Json;
using Emulator.Services.CloudWatch.Metrics;
using Emulator.Tests.CloudWatch.Metrics;

namespace Emulator.Tests.CloudWatch.Queries;

/// <summary>SEARCH through GetMetricData: metric-math.md §9; its tokens and matches are tested with the language.</summary>
public sealed class SearchQueryTests : IAsyncDisposable
{
    static readonly DateTimeOffset Now = QueryWorld.Start;

    readonly QueryWorld _world = new();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Metrics_are_found_in_the_order_in_which_they_were_first_seen()
    {
        await PutAsync("Latency", "Host=z", 1);
        await PutAsync("Latency", "Host=a", 2);
        await PutAsync("Errors", "Host=a", 3);

        var answer = await _world.EvaluateAsync("SEARCH('{N,Host} Latency', 'Average', 60)");

        Assert.Equal("Latency z=[1] Latency a=[2]", _world.Print(answer));
    }

    [Fact] // T24, T25
    public async Task A_schema_with_dimensions_wants_exactly_these()
    {
        await PutAsync("M", "a=1", 1);
        await PutAsync("M", "a=1, b=2", 2);
        await PutAsync("M", "", 3);

        Assert.Equal("M=[1]", _world.Print(await _world.EvaluateAsync("SEARCH('{N,a}', 'Average')")));
        Assert.Equal("M=[2]", _world.Print(await _world.EvaluateAsync("SEARCH('{N,b,a}', 'Average')")));
        Assert.Equal("M 1=[1] M 1 2=[2] M=[3]", _world.Print(await _world.EvaluateAsync("SEARCH('{N}', 'Average')")));
    }

    [Fact]
    public async Task A_search_can_be_added_up_and_labelled()
    {
        await PutAsync("M", "a=1", 1);
        await PutAsync("M", "a=2", 3);

        Assert.Equal("[4]", _world.Print(await _world.EvaluateAsync("SUM(SEARCH('{N,a}', 'Sum'))")));
        Assert.Equal(
            "M of 1, 1.5=[1] M of 2, 3.5=[3]".Replace(".5", ""),
            _world.Print(
                await _world.EvaluateAsync(
                    "SEARCH('{N,a}', 'Sum')",
                    "${PROP('MetricName')} of ${PROP('Dim.a')}, ${MAX}"
                )
            )
        );
    }

    [Fact]
    public async Task Metrics_without_data_in_two_weeks_are_not_found()
    {
        await PutAsync("M", "", 1);
        await _world.World.AdvanceAsync(TimeSpan.FromDays(14) + TimeSpan.FromSeconds(1));

        Assert.Equal("none", _world.Print(await _world.EvaluateAsync("SEARCH('{N}', 'Sum')")));
    }

    [Fact]
    public async Task Metrics_without_data_in_the_range_are_empty_series()
    {
        await _world.World.PutAsync(Now.AddHours(-1), 1);

        Assert.Equal("M=[-]", _world.Print(await _world.EvaluateAsync("SEARCH('{N}', 'Sum')")));
    }

    [Fact]
    public async Task At_most_500_metrics_are_found_and_the_answer_says_so()
    {
        await _world.World.Metrics.PublishAsync(
            [.. Enumerable.Range(0, 501).Select(i => MetricSample.Of(MetricWorld.Key(name: $"m{i}"), Now, i, "None"))],
            Now
        );

        var answer = await _world.EvaluateAsync("SEARCH('{N}', 'Sum')");

        Assert.Equal(500, answer.GetProperty("MetricDataResults").GetArrayLength());
        Assert.Equal(
            """[{"Code":"MaxMetricsExceeded","Value":"Maximum number of allowed metrics exceeded"}]""",
            JsonSerializer.Serialize(answer.GetProperty("Messages"))
        );
    }

    Task PutAsync(string name, string dimensions, double value) =>
        _world.World.PutAsync(Now, value, MetricWorld.Key(dimensions, name));
}
