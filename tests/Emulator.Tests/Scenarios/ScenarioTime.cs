using System.Globalization;
using System.Text.RegularExpressions;

namespace Emulator.Tests.Scenarios;

/// <summary>Moments and spans as scenarios write them: <c>now-14d</c>, <c>start+63d1m</c>, <c>09:30</c>, <c>1h30m</c>.</summary>
/// <param name="start">When the scenario began.</param>
/// <param name="now">What the clock shows.</param>
readonly partial struct ScenarioTime(DateTimeOffset start, DateTimeOffset now)
{
    /// <exception cref="FormatException">The text is not a moment.</exception>
    public DateTimeOffset Parse(string text)
    {
        var parts = Moment().Match(text);
        if (!parts.Success)
        {
            throw new FormatException(
                $"'{text}' is not a time: now, start, 09:30, 2026-01-05T09:30:00Z, each with + or - a span."
            );
        }

        var origin = parts.Groups["origin"].Value switch
        {
            "now" => now,
            "start" => start,
            var time when time.Contains('T') => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture),
            var time => new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero)
                + TimeSpan.Parse(time, CultureInfo.InvariantCulture),
        };
        return parts.Groups["sign"].Value switch
        {
            "+" => origin + ParseSpan(parts.Groups["span"].Value),
            "-" => origin - ParseSpan(parts.Groups["span"].Value),
            _ => origin,
        };
    }

    /// <exception cref="FormatException">The text is not a span.</exception>
    public static TimeSpan ParseSpan(string text)
    {
        if (!Span().IsMatch(text))
        {
            throw new FormatException($"'{text}' is not a span such as 5m or 1d12h.");
        }

        var milliseconds = Part()
            .Matches(text)
            .Sum(part =>
                long.Parse(part.Groups[1].Value, CultureInfo.InvariantCulture) * Milliseconds(part.Groups[2].Value)
            );
        return TimeSpan.FromMilliseconds(milliseconds);
    }

    static long Milliseconds(string unit) =>
        unit switch
        {
            "d" => 86_400_000,
            "h" => 3_600_000,
            "m" => 60_000,
            "s" => 1000,
            _ => 1,
        };

    [GeneratedRegex(
        @"^(?<origin>now|start|\d\d:\d\d(:\d\d)?|\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z)((?<sign>[-+])(?<span>\w+))?$"
    )]
    private static partial Regex Moment();

    [GeneratedRegex(@"^(\d+(ms|d|h|m|s))+$")]
    private static partial Regex Span();

    [GeneratedRegex(@"(\d+)(ms|d|h|m|s)")]
    private static partial Regex Part();
}
