namespace Emulator.Services.Time;

/// <summary>The emulator's time: real, shifted, frozen, or running at another rate.</summary>
/// <remarks>
/// Everything that the emulator says about time comes from here. Timers created from it (for example by <c>Task.Delay</c>) run in real time;
/// what must happen at an emulated time is an entry of the <see cref="Scheduler"/>.
/// </remarks>
/// <param name="system">The machine's clock.</param>
/// <threadsafety>Reading is safe from any thread. Only the <see cref="Scheduler"/> moves the clock.</threadsafety>
public sealed class EmulatorClock(TimeProvider system) : TimeProvider
{
    volatile ClockSetting _setting = ClockSetting.RealTime;

    /// <summary>A clock that shows the machine's time.</summary>
    public EmulatorClock()
        : this(System) { }

    /// <summary>How emulated time follows from real time.</summary>
    public ClockSetting Setting => _setting;

    public override DateTimeOffset GetUtcNow() => _setting.At(system.GetUtcNow());

    /// <summary>The machine's own time, for what must not be emulated.</summary>
    public DateTimeOffset RealNow => system.GetUtcNow();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        system.CreateTimer(callback, state, dueTime, period);

    /// <summary>Sets the clock without running anything; the <see cref="Scheduler"/> does the rest.</summary>
    internal void Apply(ClockSetting setting) => _setting = setting;
}

/// <summary>How emulated time follows from real time: a pair of equal moments, and a rate.</summary>
/// <param name="Real">A moment of real time.</param>
/// <param name="Emulated">What the emulator showed at that moment.</param>
/// <param name="Rate">Emulated seconds per real second; 0 is frozen, 1 is the usual pace.</param>
public sealed record ClockSetting(DateTimeOffset Real, DateTimeOffset Emulated, double Rate)
{
    /// <summary>Emulated time is real time.</summary>
    public static readonly ClockSetting RealTime = new(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, 1);

    public bool IsReal => Real == Emulated && Rate == 1;

    public bool IsFrozen => Rate == 0;

    public DateTimeOffset At(DateTimeOffset real) => Emulated + (real - Real) * Rate;
}
