using System.Globalization;

namespace Emulator.Services.Time;

/// <summary>Durations in ISO 8601 form: <c>PT5M</c>, <c>P15DT12H</c>. Years and months have no fixed length and are refused.</summary>
public static class IsoDuration
{
    /// <returns><c>false</c> when the text is not such a duration, or longer than a time span can be.</returns>
    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = default;
        if (text.Length < 3 || text[0] != 'P' || text[^1] == 'T')
        {
            return false;
        }

        var seconds = 0m;
        var units = "WD";
        var inTime = false;
        for (var i = 1; i < text.Length; )
        {
            if (text[i] == 'T' && !inTime)
            {
                (inTime, units) = (true, "HMS");
                i++;
                continue;
            }

            var number = i;
            while (i < text.Length && (char.IsAsciiDigit(text[i]) || text[i] == '.'))
            {
                i++;
            }

            var unit = i < text.Length ? units.IndexOf(text[i], StringComparison.Ordinal) : -1;
            if (unit < 0 || !TryParseNumber(text.AsSpan(number, i - number), text[i], out var count))
            {
                return false;
            }

            seconds += count * SecondsIn(text[i]);
            units = units[(unit + 1)..];
            i++;
        }

        if (seconds > (decimal)TimeSpan.MaxValue.TotalSeconds - 1)
        {
            return false;
        }

        duration = TimeSpan.FromTicks((long)(seconds * TimeSpan.TicksPerSecond));
        return true;
    }

    /// <summary>Only seconds may have a fraction.</summary>
    static bool TryParseNumber(ReadOnlySpan<char> text, char unit, out decimal number)
    {
        var style = unit == 'S' ? NumberStyles.AllowDecimalPoint : NumberStyles.None;
        return decimal.TryParse(text, style, CultureInfo.InvariantCulture, out number) && number < 1e12m;
    }

    static decimal SecondsIn(char unit) =>
        unit switch
        {
            'W' => 604_800,
            'D' => 86_400,
            'H' => 3_600,
            'M' => 60,
            _ => 1,
        };
}
