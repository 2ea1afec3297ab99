using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Emulator.Services.CloudWatch.Alarms.Muting;

/// <summary>The five fields of a cron expression: minute, hour, day of the month, month, day of the week.</summary>
/// <remarks>
/// When both days are restricted, either suffices, as in cron.
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutAlarmMuteRule.html"/>
/// </remarks>
sealed class CronFields
{
    static readonly string[] Months =
    [
        "JAN",
        "FEB",
        "MAR",
        "APR",
        "MAY",
        "JUN",
        "JUL",
        "AUG",
        "SEP",
        "OCT",
        "NOV",
        "DEC",
    ];
    static readonly string[] Weekdays = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    readonly bool[] _days;
    readonly bool[] _months;
    readonly bool[] _weekdays;
    readonly bool _anyDay;
    readonly bool _anyWeekday;

    CronFields(bool[][] fields, bool anyDay, bool anyWeekday)
    {
        (_days, _months, _weekdays) = (fields[2], fields[3], fields[4]);
        (_anyDay, _anyWeekday) = (anyDay, anyWeekday);
        Times =
        [
            .. from hour in Enumerable.Range(0, 24)
            where fields[1][hour]
            from minute in Enumerable.Range(0, 60)
            where fields[0][minute]
            select new TimeSpan(hour, minute, 0),
        ];
    }

    /// <summary>The times of a day that fits, ascending.</summary>
    public IReadOnlyList<TimeSpan> Times { get; }

    public bool Fits(DateTime day)
    {
        if (!_months[day.Month])
        {
            return false;
        }

        var (isDay, isWeekday) = (_days[day.Day], _weekdays[(int)day.DayOfWeek]);
        return _anyDay || _anyWeekday ? isDay && isWeekday : isDay || isWeekday;
    }

    /// <param name="text">What stands in the parentheses.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out CronFields? cron)
    {
        cron = null;
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != 5)
        {
            return false;
        }

        bool[]?[] fields =
        [
            Parse(parts[0], 0, 59),
            Parse(parts[1], 0, 23),
            Parse(parts[2], 1, 31),
            Parse(parts[3], 1, 12, Months, 1),
            Parse(parts[4], 0, 7, Weekdays, 0),
        ];
        if (fields.Contains(null))
        {
            return false;
        }

        var weekdays = fields[4]!;
        weekdays[0] |= weekdays[7];
        cron = new CronFields(fields!, IsAny(parts[2]), IsAny(parts[4]));
        return true;
    }

    static bool IsAny(string text) => text is "*" or "?";

    // field := "*" | "?" | range { "," range } ; range := value [ "-" value ]
    static bool[]? Parse(string text, int min, int max, string[]? names = null, int firstName = 0)
    {
        var field = new bool[max + 1];
        if (IsAny(text))
        {
            Array.Fill(field, true, min, max - min + 1);
            return field;
        }

        foreach (var range in text.Split(','))
        {
            var bounds = range.Split('-');
            if (
                bounds.Length > 2
                || !TryValue(bounds[0], names, firstName, out var from)
                || !TryValue(bounds[^1], names, firstName, out var to)
                || from < min
                || to > max
                || from > to
            )
            {
                return null;
            }

            Array.Fill(field, true, from, to - from + 1);
        }

        return field;
    }

    static bool TryValue(string text, string[]? names, int firstName, out int value)
    {
        var index = names is null ? -1 : Array.IndexOf(names, text.ToUpperInvariant());
        value = index + firstName;
        return index >= 0 || int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }
}
