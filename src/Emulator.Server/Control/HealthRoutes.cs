namespace Emulator.Server.Control;

/// <summary><c>GET /_emulator/health</c>: that the emulator answers, and what it is.</summary>
static class HealthRoutes
{
    static readonly Dictionary<string, string> Services = new()
    {
        ["cloudwatch"] = "2010-08-01",
        ["logs"] = "2014-03-28",
    };

    public static IEnumerable<ControlRoute> Routes(EngineSlot engine) =>
        [
            new(
                "GET",
                "/health",
                http =>
                    ControlJson.WriteAsync(
                        http.Response,
                        new Health("ok", EmulatorVersion.Text, Services, ClockState.Of(engine.Current.Clock)),
                        ControlJson.Wire.Health
                    )
            ),
        ];
}

/// <summary>That the emulator answers, and what it is.</summary>
/// <param name="Status"><c>ok</c>.</param>
/// <param name="Version">The emulator's version.</param>
/// <param name="Services">The services that it speaks for, and the version of their API.</param>
/// <param name="Clock">What time it is in the emulator, and how it passes.</param>
sealed record Health(string Status, string Version, IReadOnlyDictionary<string, string> Services, ClockState Clock);
