using Emulator.Services.Sealing;
using Emulator.Services.Time;
using Emulator.Storage;

namespace Emulator.Tests.Services.Sealing;

public sealed class RetentionSweepTests
{
    static readonly DateTimeOffset Start = new(2026, 1, 5, 9, 20, 0, TimeSpan.Zero);

    [Fact]
    public async Task Sweeps_at_every_full_hour_on_the_way_each_at_its_own_time()
    {
        using var store = Store.InMemory();
        var clock = new EmulatorClock();
        clock.Apply(new ClockSetting(Start, Start, Rate: 0));
        await using var scheduler = new Scheduler(clock, store, (_, error) => Assert.Fail(error.Message));
        var tally = new Tally();

        RetentionSweep.Start(scheduler, Start, [tally]);
        await scheduler.AdvanceAsync(TimeSpan.FromHours(3), TestContext.Current.CancellationToken);

        Assert.Equal(["10:00:00", "11:00:00", "12:00:00"], tally.Sweeps.Select(sweep => $"{sweep:HH:mm:ss}"));
    }

    [Fact]
    public async Task Follows_a_clock_that_is_set_back()
    {
        using var store = Store.InMemory();
        var clock = new EmulatorClock();
        clock.Apply(new ClockSetting(Start, Start, Rate: 0));
        await using var scheduler = new Scheduler(clock, store, (_, error) => Assert.Fail(error.Message));
        var tally = new Tally();
        RetentionSweep.Start(scheduler, Start, [tally]);

        var cancel = TestContext.Current.CancellationToken;
        await scheduler.SetAsync(Start.AddDays(-400), cancel: cancel);
        await scheduler.AdvanceAsync(TimeSpan.FromHours(1), cancel);

        Assert.Equal([new DateTimeOffset(2024, 12, 1, 10, 0, 0, TimeSpan.Zero)], tally.Sweeps);
    }
}
