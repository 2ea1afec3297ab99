using System.Globalization;
using Emulator.Services.CloudWatch.Metrics;

namespace Emulator.Tests.CloudWatch.Metrics;

/// <summary>Which buckets a query has: metrics.md §5.1, §5.2 and cases B1 to B11.</summary>
public sealed class MetricWindowTests : IAsyncDisposable
{
    static readonly DateTimeOffset Now = MetricWorld.Start;

    readonly MetricWorld _world = new();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Theory]
    [InlineData("11:32:34", "11:37:00", 60, "11:32=1 11:33=1 11:34=1 11:35=1 11:36=1")] // B1
    [InlineData("11:07:10", "11:17:00", 300, "11:07=5 11:12=5")] // B2
    [InlineData("11:07:00", "11:15:00", 300, "11:07=5 11:12=3")] // B3
    [InlineData("11:05:00", "11:07:00", 30, "11:05=1 11:06=1")] // B5
    public async Task Buckets_are_counted_from_the_rounded_start(string start, string end, int period, string expected)
    {
        await _world.PutOnesAsync(Now.AddHours(-1), TimeSpan.FromMinutes(1), 60);

        var points = _world.Read(On("2026-03-20", start), On("2026-03-20", end), period);

        Assert.Equal(expected, string.Join(' ', points.Select(point => point.Replace(":00=", "="))));
    }

    [Fact]
    public async Task Seconds_are_rounded_to_the_period() // B4
    {
        await _world.PutOnesAsync(Now.AddHours(-1), TimeSpan.FromSeconds(1), 600, resolution: 1);

        var points = _world.Read(On("2026-03-20", "11:05:23"), On("2026-03-20", "11:05:43"), 10);

        Assert.Equal(["11:05:20=10", "11:05:30=10", "11:05:40=3"], points);
    }

    [Theory]
    [InlineData("2026-02-20", "12:32:34", "12:42:34", 300, "12:30=5 12:35=5 12:40=5")] // B6
    [InlineData("2025-12-20", "12:32:34", "14:00:00", 3600, "12:00=60 13:00=60")] // B7
    public async Task An_old_start_is_rounded_to_coarser_marks(
        string day,
        string start,
        string end,
        int period,
        string expected
    )
    {
        await _world.PutOnesAsync(On(day, "11:00:00"), TimeSpan.FromMinutes(1), 240);

        var points = _world.Read(On(day, start), On(day, end), period);

        Assert.Equal(expected, string.Join(' ', points.Select(point => point.Replace(":00=", "="))));
    }

    [Fact]
    public async Task A_point_belongs_to_the_slot_that_it_falls_into() // B10
    {
        await _world.PutAsync(Now.AddMilliseconds(-1), 1);

        Assert.Equal(["11:59:00=1"], _world.Read(Now.AddMinutes(-1), Now, 60));
    }

    [Fact]
    public async Task The_end_is_not_included() // B11
    {
        await _world.PutAsync(Now, 1);

        Assert.Empty(_world.Read(Now.AddMinutes(-1), Now, 60));
    }

    [Theory]
    [InlineData("2026-03-20T11:00:00.9", 1, "11:00:00")]
    [InlineData("2026-03-20T11:00:59", 5, "11:00:55")]
    [InlineData("2026-03-20T11:00:59", 20, "11:00:40")]
    [InlineData("2026-03-20T11:00:59", 60, "11:00:00")]
    [InlineData("2026-03-05T12:00:00", 60, "12:00:00")]
    [InlineData("2026-03-05T11:59:59", 60, "11:55:00")]
    [InlineData("2026-01-16T12:04:59", 60, "12:00:00")]
    [InlineData("2026-01-16T11:59:59", 60, "11:00:00")]
    public void The_start_is_rounded_by_its_age(string start, int period, string expected) // §5.1
    {
        var window = MetricWindow.Of(
            DateTimeOffset.Parse(start, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
            Now,
            period,
            Now
        );

        Assert.Equal(
            expected,
            DateTimeOffset.FromUnixTimeSeconds(window.Start).ToString("HH:mm:ss", CultureInfo.InvariantCulture)
        );
    }

    static DateTimeOffset On(string day, string time) =>
        DateTimeOffset.Parse($"{day}T{time}Z", CultureInfo.InvariantCulture);
}
