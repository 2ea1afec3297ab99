using System.Collections.Immutable;
using Emulator.Services;
using Emulator.Services.CloudWatch.Metrics;
using Microsoft.AspNetCore.Http;

namespace Emulator.Server.Control;

/// <summary><c>/_emulator/retention</c>: how many days the metrics of each namespace are kept.</summary>
static class RetentionRoutes
{
    public static IEnumerable<ControlRoute> Routes(EngineSlot engine) =>
        [
            new("GET", "/retention", http => WriteAsync(http, engine.Current)),
            new("PUT", "/retention", http => ReplaceAsync(http, engine.Current)),
        ];

    static Task WriteAsync(HttpContext http, EmulatorEngine engine)
    {
        var rules = engine.MetricTracks.Retention;
        return ControlJson.WriteAsync(
            http.Response,
            new Retention(
                rules.Default.TotalDays,
                rules.ByNamespace.ToDictionary(rule => rule.Key, rule => rule.Value.TotalDays)
            ),
            ControlJson.Wire.Retention
        );
    }

    static async Task ReplaceAsync(HttpContext http, EmulatorEngine engine)
    {
        var rules = await ControlJson.ReadAsync(http.Request, ControlJson.Wire.Retention);
        engine.MetricTracks.Retention = new RetentionRules(
            Days("defaultDays", rules.DefaultDays ?? RetentionRules.Standard.Default.TotalDays),
            (rules.DaysByNamespace ?? new Dictionary<string, double>()).ToImmutableDictionary(
                rule => rule.Key,
                rule => Days(rule.Key, rule.Value)
            )
        );
        await WriteAsync(http, engine);
    }

    static TimeSpan Days(string name, double days) =>
        days is >= 1 and <= 455
            ? TimeSpan.FromDays(days)
            : throw new ControlException("InvalidRetention", $"\"{name}\" must be from 1 to 455 days.");
}

/// <summary>How long metrics are kept.</summary>
/// <param name="DefaultDays">For namespaces without a rule of their own; 455, which is fifteen months, when it is left out.</param>
sealed record Retention(double? DefaultDays, IReadOnlyDictionary<string, double>? DaysByNamespace);
