using System.Diagnostics.CodeAnalysis;

namespace Emulator.Services.Logs.ScheduledQueries;

/// <summary>A schedule: <c>cron(minute hour day-of-month month day-of-week year)</c>.</summary>
/// <remarks>
/// One of the two days must be open, as <c>*</c> or <c>?</c>. Days of the week count from Sunday as 1.
/// <see href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html"/>
/// </remarks>
/// <threadsafety>Immutable.</threadsafety>
sealed class CronExpression
{
    const int FirstYear = 1970;
    const int LastYear = 2199;

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

    readonly IReadOnlySet<int> _months;
    readonly IReadOnlySet<int> _years;
    readonly CronDays _days;
    readonly TimeSpan[] _times;

    CronExpression(
        IReadOnlySet<int> minutes,
        IReadOnlySet<int> hours,
        IReadOnlySet<int> months,
        IReadOnlySet<int> years,
        CronDays days
    )
    {
        (_months, _years, _days) = (months, years, days);
        _times = [.. hours.Order().SelectMany(hour => minutes.Order().Select(minute => new TimeSpan(hour, minute, 0)))];
    }

    public static bool TryParse(string text, [NotNullWhen(true)] out CronExpression? cron)
    {
        cron = null;
        if (
            !text.StartsWith("cron(", StringComparison.Ordinal)
            || !text.EndsWith(')')
            || text[5..^1].Split(' ', StringSplitOptions.RemoveEmptyEntries)
                is not [var m, var h, var d, var mo, var w, var y]
        )
        {
            return false;
        }

        var (minutes, hours) = (CronField.Parse(m, 0, 59), CronField.Parse(h, 0, 23));
        var months = CronField.Parse(mo, 1, 12, Months);
        var years = CronField.Parse(y, FirstYear, LastYear);
        if (minutes is not null && hours is not null && months is not null && years is not null)
        {
            cron = CronDays.TryParse(d, w, out var days)
                ? new CronExpression(minutes, hours, months, years, days)
                : null;
        }

        return cron is not null;
    }

    /// <summary>The first moment behind a time.</summary>
    /// <returns><c>null</c> when there is none any more.</returns>
    public DateTimeOffset? NextAfter(DateTimeOffset time, TimeZoneInfo zone)
    {
        var day = TimeZoneInfo.ConvertTime(time, zone).Date;
        while (day.Year <= LastYear)
        {
            if (!_years.Contains(day.Year))
            {
                day = new DateTime(day.Year + 1, 1, 1);
                continue;
            }

            if (_months.Contains(day.Month) && _days.Contains(day) && FirstOf(day, time, zone) is { } next)
            {
                return next;
            }

            day = day.AddDays(1);
        }

        return null;
    }

    /// <summary>The first moment of a day behind a time; the clock may jump over some.</summary>
    DateTimeOffset? FirstOf(DateTime day, DateTimeOffset time, TimeZoneInfo zone)
    {
        foreach (var local in _times.Select(clock => day + clock).Where(local => !zone.IsInvalidTime(local)))
        {
            var moment = new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
            if (moment > time)
            {
                return moment;
            }
        }

        return null;
    }
}
