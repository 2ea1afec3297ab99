using Emulator.Services;
using Emulator.Services.CloudWatch.Metrics;

namespace Emulator.Tests.CloudWatch.Metrics;

public sealed class MetricSweepTests : IAsyncDisposable
{
    static readonly DateTimeOffset Now = MetricWorld.Start;

    readonly MetricWorld _world = new();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Minutes_become_five_minutes_and_then_hours()
    {
        await _world.PutOnesAsync(Now, TimeSpan.FromMinutes(1), 1200);
        await _world.Engine.Sealer.SealAllAsync();
        var fresh = BlockSizes();

        await _world.AdvanceAsync(TimeSpan.FromDays(17));
        var old = BlockSizes();
        await _world.AdvanceAsync(TimeSpan.FromDays(50));

        Assert.Equal(["60 s: 512", "60 s: 512", "60 s: 176"], fresh);
        Assert.Equal(["300 s: 240"], old);
        Assert.Equal(["3600 s: 20"], BlockSizes());
    }

    [Fact]
    public async Task Small_neighbours_are_joined()
    {
        for (var i = 0; i < 6; i++)
        {
            await _world.PutOnesAsync(Now.AddMinutes(i * 10), TimeSpan.FromMinutes(1), 10);
            await _world.Engine.Sealer.SealAllAsync();
        }

        await _world.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal(["60 s: 60"], BlockSizes());
    }

    [Fact]
    public async Task A_metric_disappears_with_its_last_datum()
    {
        await _world.PutAsync(Now, 1);
        await _world.PutAsync(Now.AddHours(1), 1, MetricWorld.Key("d=1"));
        await _world.Engine.Sealer.SealAllAsync();
        await _world.PutAsync(Now.AddMinutes(1), 1);

        await _world.AdvanceAsync(TimeSpan.FromDays(455) + TimeSpan.FromHours(1));

        Assert.Null(_world.Metrics.Catalog.Find(MetricWorld.Key()));
        Assert.NotNull(_world.Metrics.Catalog.Find(MetricWorld.Key("d=1")));
        Assert.Equal(1, _world.Metrics.Catalog.List().Length);
        Assert.Single(_world.Engine.Store.LoadBlocks());
        Assert.Single(_world.Engine.Store.LoadResources(), row => row.Kind == "metric-track");
    }

    [Fact]
    public async Task A_metric_that_has_disappeared_can_come_back()
    {
        await _world.PutAsync(Now, 1);
        await _world.AdvanceAsync(TimeSpan.FromDays(456));

        await _world.PutAsync(_world.Now, 7);
        await _world.RestartAsync(crash: true);

        Assert.Equal(["12:00:00=7"], _world.Read(_world.Now, _world.Now.AddMinutes(1), 60));
    }

    [Fact]
    public async Task A_head_that_never_fills_up_is_rolled_up_all_the_same()
    {
        await _world.PutOnesAsync(Now, TimeSpan.FromSeconds(1), 60, resolution: 1);

        await _world.AdvanceAsync(TimeSpan.FromHours(4));
        await _world.Engine.Sealer.SealAllAsync();
        await _world.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal(["60 s: 1"], BlockSizes());
    }

    [Fact]
    public async Task A_reset_forgets_one_account_and_region_and_leaves_the_others()
    {
        var other = new Emulator.Services.Resources.Scope("111111111111", "eu-west-1");
        await _world.PutAsync(Now, 1);
        await _world.Engine.Sealer.SealAllAsync();
        await _world.PutAsync(Now, 2);
        await _world
            .Engine.In(other)
            .CloudWatch.Metrics.PublishAsync([MetricSample.Of(MetricWorld.Key(), Now, 3, "None")], Now);

        await new StateControl(_world.Engine).ResetAsync(MetricWorld.Scope);
        await _world.RestartAsync(crash: true);

        Assert.Null(_world.Metrics.Catalog.Find(MetricWorld.Key()));
        Assert.NotNull(_world.Engine.In(other).CloudWatch.Metrics.Catalog.Find(MetricWorld.Key()));
    }

    List<string> BlockSizes() =>
        [
            .. _world
                .Engine.Store.LoadBlocks()
                .Select(SealedBlock.Load)
                .OrderBy(block => block.FirstTime)
                .Select(block => $"{block.Resolution} s: {block.Row.Count}"),
        ];
}
