using Emulator.Services.CloudWatch.Metrics;

namespace Emulator.Tests.CloudWatch.Metrics;

/// <summary>Which data of which age is answered at which period: metrics.md §5.4 and cases C1 to C12.</summary>
public sealed class MetricRetentionTests : IAsyncDisposable
{
    static readonly DateTimeOffset Now = MetricWorld.Start;

    readonly MetricWorld _world = new();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Theory]
    [InlineData(2, 1, 3)] // C1
    [InlineData(4, 10, 0)] // C2
    [InlineData(4, 60, 1)] // C3
    public async Task Seconds_are_answered_for_three_hours_and_minutes_from_then_on(int hours, int period, int points)
    {
        var time = Now.AddHours(-hours);
        await _world.PutOnesAsync(time, TimeSpan.FromSeconds(1), 3, resolution: 1);

        Assert.Equal(points, _world.Read(time, time.AddMinutes(1), period).Count);
    }

    [Fact]
    public async Task A_range_over_the_three_hour_line_answers_the_younger_part() // C4
    {
        await _world.PutOnesAsync(Now.AddHours(-4), TimeSpan.FromSeconds(30), 480, resolution: 1);

        var points = _world.Read(Now.AddHours(-4), Now, 30);

        Assert.Equal(360, points.Count);
        Assert.Equal("09:00:00=1", points[0]);
    }

    [Theory]
    [InlineData(20, 60, 0)] // C5
    [InlineData(20, 300, 12)] // C6
    [InlineData(20, 3600, 1)] // C7
    [InlineData(70, 300, 0)] // C9
    [InlineData(70, 3600, 1)]
    [InlineData(70, 7200, 1)] // C10
    [InlineData(456, 3600, 0)] // C11
    public async Task Older_data_is_answered_at_coarser_periods(int days, int period, int points)
    {
        var time = Now.AddDays(-days);
        await _world.PutOnesAsync(time, TimeSpan.FromMinutes(1), 60);

        Assert.Equal(points, _world.Read(time, time.AddHours(1), period).Count);
    }

    [Fact]
    public async Task A_range_over_the_fifteen_day_line_answers_the_younger_part() // C8
    {
        await _world.PutOnesAsync(Now.AddDays(-16), TimeSpan.FromMinutes(1), 2 * 24 * 60);

        var points = _world.Read(Now.AddDays(-16), Now.AddDays(-14), 60);

        Assert.Equal(24 * 60, points.Count);
        Assert.Equal("12:00:00=1", points[0]);
    }

    [Theory]
    [InlineData(1, 1, 3 * 3600)]
    [InlineData(60, 60, 15 * 86400)]
    [InlineData(60, 300, 63 * 86400)]
    [InlineData(60, 3600, 455 * 86400)]
    public async Task Each_tier_ends_on_the_second(int resolution, int period, int seconds)
    {
        await _world.PutOnesAsync(Now, TimeSpan.FromSeconds(1), 1, resolution);
        var age = TimeSpan.FromSeconds(seconds);

        await _world.AdvanceAsync(age);
        var atTheLine = _world.Read(Now, Now.AddHours(1), period);
        await _world.AdvanceAsync(TimeSpan.FromSeconds(1));
        var behindIt = _world.Read(Now, Now.AddHours(1), period);

        Assert.Equal(["12:00:00=1"], atTheLine);
        Assert.Empty(behindIt);
    }

    [Fact]
    public async Task One_metric_is_followed_through_fifteen_months_over_restarts()
    {
        await _world.PutOnesAsync(Now.AddMinutes(-60), TimeSpan.FromSeconds(1), 3600, resolution: 1);
        (TimeSpan Age, int Period)[] tiers =
        [
            (TimeSpan.FromHours(3), 1),
            (TimeSpan.FromDays(15), 60),
            (TimeSpan.FromDays(63), 300),
            (TimeSpan.FromDays(455), 3600),
        ];

        foreach (var (age, period) in tiers)
        {
            await _world.AdvanceAsync(Now + age - TimeSpan.FromHours(1) - _world.Now);
            await _world.RestartAsync();

            var points = _world.Read(Now.AddHours(-1), Now, period);
            var percentile = _world.Read(Now.AddHours(-1), Now, period, "p99");

            Assert.Equal(3600 / period, points.Count);
            Assert.All(points, point => Assert.EndsWith($"={period}", point));
            Assert.All(percentile, point => Assert.EndsWith("=1", point));
            Assert.Equal(3600 / period, percentile.Count);
        }

        await _world.AdvanceAsync(TimeSpan.FromHours(2));
        Assert.Empty(_world.Read(Now.AddHours(-1), Now, 3600));
    }

    [Fact]
    public async Task A_metric_without_data_for_two_weeks_can_still_be_read() // C12
    {
        await _world.PutAsync(Now, 5);
        await _world.AdvanceAsync(TimeSpan.FromDays(15));

        Assert.Equal(["12:00:00=5"], _world.Read(Now, Now.AddMinutes(5), 300));
    }

    [Fact]
    public async Task Connect_data_is_gone_after_two_weeks() // fixtures.md R2
    {
        var key = MetricWorld.Key(ns: "AWS/Connect");
        await _world.PutAsync(Now, 1, key);

        await _world.AdvanceAsync(TimeSpan.FromDays(14));
        var atTheLine = _world.Read(Now, Now.AddMinutes(1), 60, key: key);
        await _world.AdvanceAsync(TimeSpan.FromSeconds(1));

        Assert.Equal(["12:00:00=1"], atTheLine);
        Assert.Empty(_world.Read(Now, Now.AddMinutes(1), 60, key: key));
    }

    [Fact]
    public async Task A_change_of_the_rules_is_in_force_at_once()
    {
        await _world.PutAsync(Now.AddHours(-2), 1);
        var tracks = _world.Engine.MetricTracks;

        tracks.Retention = tracks.Retention with
        {
            ByNamespace = tracks.Retention.ByNamespace.SetItem("N", TimeSpan.FromHours(1)),
        };

        Assert.Empty(_world.Read(Now.AddHours(-3), Now, 60));
    }
}
