using Emulator.Services.CloudWatch.Metrics;

namespace Emulator.Tests.CloudWatch.Metrics;

/// <summary>What makes two data belong to one metric: metrics.md §2.1.</summary>
public sealed class MetricIdentityTests : IAsyncDisposable
{
    static readonly DateTimeOffset Now = MetricWorld.Start;

    readonly MetricWorld _world = new();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Metrics_that_differ_in_one_dimension_or_in_a_subset_never_mix()
    {
        string[] sets = ["", "a=1", "a=2", "b=1", "a=1, b=1", "a=1, b=2", "a=1, b=1, c=1", "A=1"];
        foreach (var (index, set) in sets.Index())
        {
            await _world.PutAsync(Now, index + 1, MetricWorld.Key(set));
        }

        await _world.RestartAsync(crash: true);

        foreach (var (index, set) in sets.Index())
        {
            Assert.Equal([$"12:00:00={index + 1}"], _world.Read(Now, Now.AddMinutes(1), 60, key: MetricWorld.Key(set)));
        }
    }

    [Fact]
    public async Task The_order_of_dimensions_does_not_matter()
    {
        await _world.PutAsync(Now, 1, MetricWorld.Key("a=1, b=2"));
        await _world.PutAsync(Now, 2, MetricWorld.Key("b=2, a=1"));

        Assert.Equal(["12:00:00=3"], _world.Read(Now, Now.AddMinutes(1), 60, key: MetricWorld.Key("a=1, b=2")));
        Assert.Equal(1, _world.Metrics.Catalog.List().Length);
    }

    [Fact]
    public void The_parts_of_a_dimension_cannot_be_exchanged()
    {
        Assert.NotEqual(MetricWorld.Key("a=b"), MetricWorld.Key("b=a"));
        Assert.NotEqual(MetricWorld.Key("ab=c"), MetricWorld.Key("a=bc"));
        Assert.NotEqual(MetricWorld.Key("a=1", name: "M"), MetricWorld.Key("a=1", name: "m"));
        Assert.NotEqual(MetricWorld.Key(ns: "N", name: "MM"), MetricWorld.Key(ns: "NM", name: "M"));
    }

    [Fact]
    public async Task Units_share_a_metric_and_keep_their_data_apart()
    {
        await _world.PutAsync(Now, 1, unit: "Count");
        await _world.PutAsync(Now, 2, unit: "Seconds");

        Assert.Equal(["12:00:00=1"], _world.Read(Now, Now.AddMinutes(1), 60, unit: "Count"));
        Assert.Equal(["12:00:00=2"], _world.Read(Now, Now.AddMinutes(1), 60, unit: "Seconds"));
        Assert.Equal(1, _world.Metrics.Catalog.List().Length);
    }

    [Fact]
    public async Task Seconds_and_minutes_of_one_unit_are_answered_together()
    {
        await _world.PutAsync(Now.AddSeconds(-50), 1, resolution: 1);
        await _world.PutAsync(Now.AddSeconds(-50), 10, resolution: 60);

        Assert.Equal(["11:59:00=11"], _world.Read(Now.AddMinutes(-1), Now, 60));
    }

    [Fact]
    public async Task Accounts_and_regions_are_apart()
    {
        await _world.PutAsync(Now, 1);

        Assert.Null(
            _world.Engine.In(new("000000000000", "us-west-2")).CloudWatch.Metrics.Catalog.Find(MetricWorld.Key())
        );
        Assert.Null(
            _world.Engine.In(new("000000000001", "us-east-1")).CloudWatch.Metrics.Catalog.Find(MetricWorld.Key())
        );
    }

    [Fact]
    public async Task Metrics_are_listed_in_the_order_in_which_they_were_first_seen()
    {
        string[] names = ["z", "b", "a", "y"];
        foreach (var name in names)
        {
            await _world.PutAsync(Now, 1, MetricWorld.Key(name: name));
        }

        await _world.PutAsync(Now, 1, MetricWorld.Key(name: "z"), unit: "Count");
        var before = Names();
        await _world.RestartAsync(crash: true);

        Assert.Equal(names, before);
        Assert.Equal(names, Names());
    }

    List<string> Names() => [.. _world.Metrics.Catalog.List("N").ToArray().Select(series => series.Key.Name)];
}
