using System.Collections.Frozen;
using System.Globalization;

namespace Emulator.Services.Logs.Transformers.Dates;

/// <summary>The short names that Java prints for time zones.</summary>
static class ZoneNames
{
    static readonly FrozenDictionary<string, (string Standard, string Daylight)> Names = new Dictionary<
        string,
        (string, string)
    >
    {
        ["UTC"] = ("UTC", "UTC"),
        ["Etc/UTC"] = ("UTC", "UTC"),
        ["GMT"] = ("GMT", "GMT"),
        ["America/New_York"] = ("EST", "EDT"),
        ["America/Toronto"] = ("EST", "EDT"),
        ["America/Chicago"] = ("CST", "CDT"),
        ["America/Denver"] = ("MST", "MDT"),
        ["America/Los_Angeles"] = ("PST", "PDT"),
        ["America/Sao_Paulo"] = ("BRT", "BRST"),
        ["Europe/London"] = ("GMT", "BST"),
        ["Europe/Dublin"] = ("GMT", "IST"),
        ["Europe/Berlin"] = ("CET", "CEST"),
        ["Europe/Madrid"] = ("CET", "CEST"),
        ["Europe/Paris"] = ("CET", "CEST"),
        ["Europe/Rome"] = ("CET", "CEST"),
        ["Europe/Zurich"] = ("CET", "CEST"),
        ["Asia/Kolkata"] = ("IST", "IST"),
        ["Asia/Singapore"] = ("SGT", "SGT"),
        ["Asia/Tokyo"] = ("JST", "JST"),
        ["Australia/Sydney"] = ("AEST", "AEDT"),
    }.ToFrozenDictionary();

    /// <summary>The name of a zone at a time; its offset where there is no other name.</summary>
    public static string Of(TimeZoneInfo zone, DateTimeOffset time) =>
        Names.TryGetValue(zone.Id, out var names)
            ? zone.IsDaylightSavingTime(time)
                ? names.Daylight
                : names.Standard
            : $"GMT{time.ToString("zzz", CultureInfo.InvariantCulture)}";

    /// <summary>The offset from UTC that a short name stands for; <c>null</c> when it is not known.</summary>
    public static TimeSpan? Offset(string name) =>
        name switch
        {
            "UTC" or "GMT" or "Z" => TimeSpan.Zero,
            "EST" => TimeSpan.FromHours(-5),
            "EDT" or "AST" => TimeSpan.FromHours(-4),
            "CST" or "MDT" => TimeSpan.FromHours(-6),
            "CDT" => TimeSpan.FromHours(-5),
            "MST" or "PDT" => TimeSpan.FromHours(-7),
            "PST" => TimeSpan.FromHours(-8),
            "CET" or "MEZ" => TimeSpan.FromHours(1),
            "CEST" or "MESZ" => TimeSpan.FromHours(2),
            "JST" => TimeSpan.FromHours(9),
            _ => null,
        };
}
