using Emulator.Services.CloudWatch.Alarms;
using Emulator.Services.Resources;
using Emulator.Services.Time;
using Microsoft.AspNetCore.Http;

namespace Emulator.Server.Control;

/// <summary><c>GET /_emulator/wait</c>: answers when an alarm is in a state, for tests in real time.</summary>
static class WaitRoutes
{
    /// <param name="home">Where the alarm is when the request does not say.</param>
    public static IEnumerable<ControlRoute> Routes(EngineSlot engine, Scope home) =>
        [new("GET", "/wait", http => WaitAsync(http, new AlarmStates(engine.Current), home))];

    static async Task WaitAsync(HttpContext http, AlarmStates states, Scope home)
    {
        var wish = AlarmWish.Parse(http.Request.Query, home);
        using var patience = new CancellationTokenSource(wish.Timeout, TimeProvider.System);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, http.RequestAborted);
        try
        {
            var reading = await states.WaitAsync(wish.Scope, wish.Alarm, wish.State, end.Token);
            await ControlJson.WriteAsync(http.Response, reading, ControlJson.Wire.AlarmReading);
        }
        catch (OperationCanceledException) when (!http.RequestAborted.IsCancellationRequested)
        {
            var found = await states.FindAsync(wish.Scope, wish.Alarm);
            throw new ControlException(
                "NotInState",
                found is null
                    ? $"There is no alarm {wish.Alarm} in {wish.Scope}."
                    : $"{wish.Alarm} is in {found.State}, not in {wish.State}: {found.Reason}",
                StatusCodes.Status408RequestTimeout
            );
        }
    }
}

/// <summary>Which alarm somebody waits for, as the query string of <c>/_emulator/wait</c> says.</summary>
sealed record AlarmWish
{
    static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    public string Alarm { get; init; } = "";

    /// <summary>OK, ALARM or INSUFFICIENT_DATA.</summary>
    public string State { get; init; } = "";

    public required Scope Scope { get; init; }

    /// <summary>In the machine's time; default ten seconds, at most an hour.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <exception cref="ControlException">A parameter is missing or unknown, or its value is not understood.</exception>
    public static AlarmWish Parse(IQueryCollection query, Scope home)
    {
        var wish = new AlarmWish { Scope = home };
        foreach (var (name, values) in query)
        {
            wish = wish.With(name, values.ToString());
        }

        return wish is { Alarm: not "", State: not "" }
            ? wish
            : throw new ControlException("InvalidWait", "Say what to wait for: alarm=NAME&state=ALARM.");
    }

    AlarmWish With(string name, string value) =>
        name switch
        {
            "alarm" => this with { Alarm = value },
            "state" when value is "OK" or "ALARM" or "INSUFFICIENT_DATA" => this with { State = value },
            "account" => this with { Scope = Scope with { Account = value } },
            "region" => this with { Scope = Scope with { Region = value } },
            "timeout" when IsoDuration.TryParse(value, out var timeout) && timeout <= Longest => this with
            {
                Timeout = timeout,
            },
            _ => throw new ControlException("InvalidWait", $"'{name}={value}' is not understood."),
        };
}
