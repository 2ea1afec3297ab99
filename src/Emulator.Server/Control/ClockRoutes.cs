using Emulator.Services;
using Emulator.Services.Time;
using Microsoft.AspNetCore.Http;

namespace Emulator.Server.Control;

/// <summary><c>/_emulator/clock</c>: reads and moves the emulated time.</summary>
static class ClockRoutes
{
    /// <summary>Where the clock may stand: all that is reckoned from it, fifteen months back and weeks ahead, is then a time, too.</summary>
    static readonly DateTimeOffset Earliest = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    static readonly DateTimeOffset Latest = new(2200, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static IEnumerable<ControlRoute> Routes(EngineSlot engine) =>
        [
            new("GET", "/clock", http => WriteAsync(http, engine.Current)),
            new("POST", "/clock", http => ChangeAsync(http, engine.Current)),
        ];

    static Task WriteAsync(HttpContext http, EmulatorEngine engine) =>
        ControlJson.WriteAsync(http.Response, ClockState.Of(engine.Clock), ControlJson.Wire.ClockState);

    static async Task ChangeAsync(HttpContext http, EmulatorEngine engine)
    {
        var change = await ControlJson.ReadAsync(http.Request, ControlJson.Wire.ClockChange);
        var cancel = http.RequestAborted;
        var scheduler = engine.Scheduler;
        switch (change)
        {
            case { Freeze: { } time, Set: null, Advance: null, Rate: null, Mode: null }:
                await scheduler.SetAsync(time == "now" ? engine.Clock.GetUtcNow() : Time("freeze", time), 0, cancel);
                break;
            case { Set: { } time, Freeze: null, Advance: null, Mode: null }:
                await scheduler.SetAsync(Time("set", time), change.Rate is { } setRate ? Rate(setRate) : null, cancel);
                break;
            case { Advance: { } span, Freeze: null, Set: null, Rate: null, Mode: null }:
                await scheduler.AdvanceAsync(Span(span, engine.Clock.GetUtcNow()), cancel);
                break;
            case { Rate: { } rate, Freeze: null, Set: null, Advance: null, Mode: null }:
                await scheduler.SetRateAsync(Rate(rate), cancel);
                break;
            case { Mode: "real", Freeze: null, Set: null, Advance: null, Rate: null }:
                await scheduler.UseRealTimeAsync(cancel);
                break;
            default:
                throw new ControlException(
                    "InvalidClockChange",
                    "Say one of: \"freeze\" (a time or \"now\"), \"set\" (a time, optionally with \"rate\"), \"advance\" (a duration), \"rate\", or \"mode\": \"real\"."
                );
        }

        await WriteAsync(http, engine);
    }

    static DateTimeOffset Time(string member, string text) =>
        ControlTime.TryParse(text, out var time)
            ? Require(time)
            : throw new ControlException(
                "InvalidTime",
                $"\"{member}\" must be a time such as 2026-01-05T09:00:00Z, not '{text}'."
            );

    static double Rate(double rate) =>
        rate is >= 0 and <= 1_000_000
            ? rate
            : throw new ControlException("InvalidRate", "\"rate\" must be from 0 to 1000000.");

    static TimeSpan Span(string text, DateTimeOffset now)
    {
        if (!IsoDuration.TryParse(text, out var span))
        {
            throw new ControlException(
                "InvalidDuration",
                $"\"advance\" must be a duration such as PT1H or P15D, not '{text}'."
            );
        }

        return span <= Latest - now ? span : throw OutOfRange();
    }

    static DateTimeOffset Require(DateTimeOffset time) =>
        time >= Earliest && time <= Latest ? time : throw OutOfRange();

    static ControlException OutOfRange() =>
        new("InvalidTime", "The clock goes from 1980-01-01T00:00:00Z to 2200-01-01T00:00:00Z.");
}

/// <summary>What time it is in the emulator, and how it passes.</summary>
/// <param name="Now">The emulated time.</param>
/// <param name="Mode"><c>real</c>, <c>frozen</c> or <c>offset</c> (running, but not at the machine's time).</param>
/// <param name="Rate">Emulated seconds per real second.</param>
sealed record ClockState(DateTimeOffset Now, string Mode, double Rate)
{
    public static ClockState Of(EmulatorClock clock)
    {
        var setting = clock.Setting;
        var mode =
            setting.IsFrozen ? "frozen"
            : setting.IsReal ? "real"
            : "offset";
        return new ClockState(clock.GetUtcNow(), mode, setting.Rate);
    }
}

/// <summary>A change of the clock; one of its members, see docs/control-api.md.</summary>
sealed record ClockChange(string? Freeze, string? Set, string? Advance, double? Rate, string? Mode);
