using System.Diagnostics.CodeAnalysis;

namespace Emulator.Services.Logs.ScheduledQueries;

/// <summary>The days that a cron expression means: by their number in the month, or by their weekday.</summary>
/// <threadsafety>Immutable.</threadsafety>
sealed class CronDays
{
    static readonly string[] Weekdays = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    readonly List<Func<DateTime, bool>> _tests;

    CronDays(List<Func<DateTime, bool>> tests) => _tests = tests;

    public bool Contains(DateTime day) => _tests.Exists(test => test(day));

    /// <param name="day">The day of the month: numbers, <c>L</c> for the last, <c>W</c> for the weekday next to one.</param>
    /// <param name="weekday">The day of the week: numbers or names, <c>L</c> for the last in the month, <c>#</c> for the one of a place.</param>
    public static bool TryParse(string day, string weekday, [NotNullWhen(true)] out CronDays? days)
    {
        var tests = (IsOpen(day), IsOpen(weekday)) switch
        {
            (true, true) => [_ => true],
            (false, true) => Parse(day, OfMonth),
            (true, false) => Parse(weekday, OfWeek),
            _ => null,
        };
        days = tests is null ? null : new CronDays(tests);
        return days is not null;
    }

    static bool IsOpen(string text) => text is "*" or "?";

    static List<Func<DateTime, bool>>? Parse(string text, Func<string, Func<DateTime, bool>?> parse)
    {
        List<Func<DateTime, bool>> tests = [];
        foreach (var part in text.Split(','))
        {
            if (parse(part) is not { } test)
            {
                return null;
            }

            tests.Add(test);
        }

        return tests;
    }

    static Func<DateTime, bool>? OfMonth(string text)
    {
        switch (text)
        {
            case "L":
                return date => date.Day == LastDay(date);
            case "LW":
                return date => date.Day == WorkdayNextTo(date, LastDay(date));
            case [.. var number, 'W'] when CronField.Value(number, 1, 31) is { } near:
                return date => near <= LastDay(date) && date.Day == WorkdayNextTo(date, near);
            default:
                return CronField.Parse(text, 1, 31) is { } days ? date => days.Contains(date.Day) : null;
        }
    }

    static Func<DateTime, bool>? OfWeek(string text)
    {
        if (text == "L")
        {
            return date => date.DayOfWeek == DayOfWeek.Saturday;
        }

        if (text is [.. var last, 'L'] && CronField.Value(last, 1, 7, Weekdays) is { } only)
        {
            return date => Number(date) == only && date.Day + 7 > LastDay(date);
        }

        if (text.Split('#') is [var weekday, var place])
        {
            return CronField.Value(weekday, 1, 7, Weekdays) is { } day && CronField.Value(place, 1, 5) is { } nth
                ? date => Number(date) == day && (date.Day + 6) / 7 == nth
                : null;
        }

        return CronField.Parse(text, 1, 7, Weekdays) is { } days ? date => days.Contains(Number(date)) : null;
    }

    static int Number(DateTime date) => (int)date.DayOfWeek + 1;

    static int LastDay(DateTime date) => DateTime.DaysInMonth(date.Year, date.Month);

    /// <summary>The day from Monday to Friday that is next to another, in the same month.</summary>
    static int WorkdayNextTo(DateTime date, int day)
    {
        var weekday = new DateTime(date.Year, date.Month, day).DayOfWeek;
        return weekday switch
        {
            DayOfWeek.Saturday => day > 1 ? day - 1 : day + 2,
            DayOfWeek.Sunday => day < LastDay(date) ? day + 1 : day - 2,
            _ => day,
        };
    }
}
