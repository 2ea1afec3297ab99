using System.Globalization;
using Emulator.Services.Time;

namespace Emulator.Services.CloudWatch.Dashboards.Body;

/// <summary>The forms of time in a dashboard's body.</summary>
static class BodyTime
{
    static readonly string[] Formats =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd'T'HH:mmK",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz",
    ];

    /// <summary>An absolute time: <c>2018-12-17T06:00:00.000Z</c>.</summary>
    public static bool IsMoment(string text) =>
        DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>An absolute time, or one counted back from now: <c>-PT3H</c>, <c>-P7D</c>, <c>-P1M</c>.</summary>
    public static bool IsStart(string text) => text.StartsWith('-') ? IsPast(text[1..]) : IsMoment(text);

    // past := "P" number ( "D" | "W" | "M" ) | "PT" number ( "M" | "H" )
    static bool IsPast(string text)
    {
        var isMonths = text.Length > 2 && text[0] == 'P' && text[^1] == 'M' && text[1..^1].All(char.IsAsciiDigit);
        return isMonths
            || (text.Length > 0 && text[^1] is 'D' or 'W' or 'H' or 'M' && IsoDuration.TryParse(text, out _));
    }
}
