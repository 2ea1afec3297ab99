using System.Globalization;
using System.Text;

namespace Emulator.Services.Logs.Transformers.Dates;

/// <summary>Writes a time by a pattern.</summary>
static class DateWriter
{
    public static string Write(JavaDatePattern pattern, DateTimeOffset time, TimeZoneInfo zone, DateWords words)
    {
        var local = TimeZoneInfo.ConvertTime(time, zone);
        var text = new StringBuilder();
        foreach (var part in pattern.Parts)
        {
            text.Append(Write(part, local, zone, words));
        }

        return text.ToString();
    }

    static string Write(DatePart part, DateTimeOffset time, TimeZoneInfo zone, DateWords words) =>
        part.Letter switch
        {
            '\0' => part.Text,
            'y' or 'u' => part.Count == 2 ? Digits(time.Year % 100, 2) : Digits(time.Year, part.Count),
            'M' => part.Count switch
            {
                > 3 => words.Months[time.Month - 1],
                3 => words.ShortMonths[time.Month - 1],
                _ => Digits(time.Month, part.Count),
            },
            'd' => Digits(time.Day, part.Count),
            'E' => (part.Count > 3 ? words.Days : words.ShortDays)[(int)time.DayOfWeek],
            'H' => Digits(time.Hour, part.Count),
            'k' => Digits(time.Hour == 0 ? 24 : time.Hour, part.Count),
            'K' => Digits(time.Hour % 12, part.Count),
            'h' => Digits((time.Hour + 11) % 12 + 1, part.Count),
            'm' => Digits(time.Minute, part.Count),
            's' => Digits(time.Second, part.Count),
            'S' => Digits(time.Ticks % TimeSpan.TicksPerSecond * 100, 9)[..Math.Min(part.Count, 9)],
            'n' => Digits(time.Ticks % TimeSpan.TicksPerSecond * 100, part.Count),
            'A' => Digits((long)time.TimeOfDay.TotalMilliseconds, part.Count),
            'a' => time.Hour < 12 ? "AM" : "PM",
            'z' => ZoneNames.Of(zone, time),
            'V' => zone.Id,
            'Z' => Offset(time, part.Count > 3 ? "zzz" : ""),
            'X' when time.Offset == TimeSpan.Zero => "Z",
            _ => part.Count == 1 ? Offset(time, "")[..3] : Offset(time, part.Count is 3 or 5 ? "zzz" : ""),
        };

    static string Digits(long number, int count) =>
        number.ToString($"D{Math.Min(count, 19)}", CultureInfo.InvariantCulture);

    /// <param name="format">Empty for an offset without a colon.</param>
    static string Offset(DateTimeOffset time, string format)
    {
        var offset = time.ToString("zzz", CultureInfo.InvariantCulture);
        return format.Length > 0 ? offset : offset.Replace(":", "", StringComparison.Ordinal);
    }
}
