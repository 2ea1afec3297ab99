using Emulator.Services;
using Emulator.Services.Time;
using Emulator.Storage;

namespace Emulator.Tests.Services.Time;

public sealed class SavedClockTests : IAsyncDisposable
{
    static readonly DateTimeOffset Start = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    readonly MemoryDatabase _database = new();
    readonly MachineClock _machine = new();
    EmulatorEngine _engine;

    public SavedClockTests() => _engine = Open();

    [Fact]
    public async Task A_frozen_clock_is_frozen_after_a_restart()
    {
        await _engine.Scheduler.SetAsync(Start, rate: 0, TestContext.Current.CancellationToken);

        await RestartAsync(after: TimeSpan.FromMinutes(5));

        Assert.Equal(Start, _engine.Clock.GetUtcNow());
        Assert.True(_engine.Clock.Setting.IsFrozen);
    }

    [Fact]
    public async Task A_clock_that_was_set_runs_on_while_the_emulator_is_down()
    {
        await _engine.Scheduler.SetAsync(Start, rate: null, TestContext.Current.CancellationToken);

        await RestartAsync(after: TimeSpan.FromMinutes(5));

        Assert.Equal(Start.AddMinutes(5), _engine.Clock.GetUtcNow());
    }

    [Fact]
    public async Task A_rate_is_kept()
    {
        await _engine.Scheduler.SetAsync(Start, rate: null, TestContext.Current.CancellationToken);
        await _engine.Scheduler.SetRateAsync(60, TestContext.Current.CancellationToken);

        await RestartAsync(after: TimeSpan.FromMinutes(5));

        Assert.Equal(Start.AddMinutes(300), _engine.Clock.GetUtcNow());
    }

    [Fact]
    public async Task An_advance_is_kept()
    {
        await _engine.Scheduler.SetAsync(Start, rate: 0, TestContext.Current.CancellationToken);
        await _engine.Scheduler.AdvanceAsync(TimeSpan.FromDays(15), TestContext.Current.CancellationToken);

        await RestartAsync(after: TimeSpan.Zero);

        Assert.Equal(Start.AddDays(15), _engine.Clock.GetUtcNow());
    }

    [Fact]
    public async Task Real_time_is_real_time_after_a_restart()
    {
        await _engine.Scheduler.SetAsync(Start, rate: 0, TestContext.Current.CancellationToken);
        await _engine.Scheduler.UseRealTimeAsync(TestContext.Current.CancellationToken);

        await RestartAsync(after: TimeSpan.FromMinutes(5));

        Assert.True(_engine.Clock.Setting.IsReal);
        Assert.Equal(_machine.GetUtcNow(), _engine.Clock.GetUtcNow());
    }

    [Fact]
    public async Task A_crash_on_a_long_way_forward_loses_less_than_an_hour_of_it()
    {
        await _engine.Scheduler.SetAsync(Start, rate: 0, TestContext.Current.CancellationToken);
        var crashes = new List<TimeSpan>();
        _engine.Scheduler.Schedule(
            "crash",
            Start.AddMinutes(7),
            due =>
            {
                crashes.Add(due - SavedClock.Load(_engine.Store)!.Emulated);
                return new(due.AddMinutes(7));
            }
        );

        await _engine.Scheduler.AdvanceAsync(TimeSpan.FromDays(1), TestContext.Current.CancellationToken);

        Assert.Equal(24 * 60 / 7, crashes.Count);
        Assert.All(crashes, lost => Assert.InRange(lost, TimeSpan.Zero, TimeSpan.FromMinutes(59)));
    }

    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    async Task RestartAsync(TimeSpan after)
    {
        await _engine.DisposeAsync();
        _machine.Now += after;
        _engine = Open();
    }

    EmulatorEngine Open() => EmulatorEngine.Start(Store.Over(_database), new EmulatorClock(_machine));

    /// <summary>The machine's clock, moved by hand.</summary>
    sealed class MachineClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
