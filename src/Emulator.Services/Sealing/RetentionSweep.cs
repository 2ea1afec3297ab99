using Emulator.Services.Time;

namespace Emulator.Services.Sealing;

/// <summary>Frees, at every full emulated hour, the space of what has expired; readers hide it long before.</summary>
static class RetentionSweep
{
    static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    public static void Start(Scheduler scheduler, DateTimeOffset now, IReadOnlyList<IJournaledState> states) =>
        scheduler.Schedule(
            "retention sweep",
            After(now),
            async due =>
            {
                foreach (var state in states)
                {
                    await state.SweepAsync(due);
                }

                return After(due);
            },
            whenSetBack: now => After(now)
        );

    static DateTimeOffset After(DateTimeOffset time) =>
        new(time.Ticks - time.Ticks % Interval.Ticks + Interval.Ticks, TimeSpan.Zero);
}
