using System.Globalization;

namespace Emulator.Languages.Insights;

/// <summary>A unit of time.</summary>
internal enum PeriodUnit
{
    Millisecond,
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Quarter,
    Year,
}

/// <summary>A span of time such as <c>5m</c>, and the buckets that it cuts time into.</summary>
/// <remarks>
/// Buckets are aligned to the epoch, weeks to Mondays; months, quarters and years to the calendar. The count of small units is capped, as AWS
/// documents: <c>300s</c> acts as <c>60s</c>.
/// </remarks>
internal readonly record struct Period(long Count, PeriodUnit Unit)
{
    /// <summary>January 5, 1970: the first Monday.</summary>
    const long FirstMonday = 4 * Day;

    const long Second = 1000;
    const long Minute = 60 * Second;
    const long Hour = 60 * Minute;
    const long Day = 24 * Hour;

    static readonly (string Name, PeriodUnit Unit)[] Units =
    [
        ("ms", PeriodUnit.Millisecond),
        ("msec", PeriodUnit.Millisecond),
        ("millisecond", PeriodUnit.Millisecond),
        ("s", PeriodUnit.Second),
        ("sec", PeriodUnit.Second),
        ("second", PeriodUnit.Second),
        ("m", PeriodUnit.Minute),
        ("min", PeriodUnit.Minute),
        ("minute", PeriodUnit.Minute),
        ("h", PeriodUnit.Hour),
        ("hr", PeriodUnit.Hour),
        ("hour", PeriodUnit.Hour),
        ("d", PeriodUnit.Day),
        ("day", PeriodUnit.Day),
        ("w", PeriodUnit.Week),
        ("week", PeriodUnit.Week),
        ("mo", PeriodUnit.Month),
        ("mon", PeriodUnit.Month),
        ("month", PeriodUnit.Month),
        ("q", PeriodUnit.Quarter),
        ("qtr", PeriodUnit.Quarter),
        ("quarter", PeriodUnit.Quarter),
        ("y", PeriodUnit.Year),
        ("yr", PeriodUnit.Year),
        ("year", PeriodUnit.Year),
    ];

    /// <summary>Reads a count and a unit without anything between them; a unit of several letters may have a plural s.</summary>
    public static bool TryParse(string text, out Period period)
    {
        period = default;
        var digits = text.AsSpan().IndexOfAnyExceptInRange('0', '9');
        if (digits <= 0 || !long.TryParse(text.AsSpan(0, digits), CultureInfo.InvariantCulture, out var count))
        {
            return false;
        }

        var word = text.AsSpan(digits);
        foreach (var (name, unit) in Units)
        {
            if (
                word.Equals(name, StringComparison.OrdinalIgnoreCase)
                || (name.Length > 1 && word.Equals($"{name}s", StringComparison.OrdinalIgnoreCase))
            )
            {
                period = new Period(Math.Min(count, Cap(unit)), unit);
                return true;
            }
        }

        return false;
    }

    /// <summary>The start of the bucket that holds a time, both in milliseconds since the epoch.</summary>
    public long Floor(long time) =>
        Months is { } months ? FromMonth(MonthOf(time) - Modulo(MonthOf(time), months * Count))
        : Unit == PeriodUnit.Week ? time - Modulo(time - FirstMonday, Length)
        : time - Modulo(time, Length);

    /// <summary>The time itself when a bucket starts there, else the end of its bucket.</summary>
    public long Ceiling(long time)
    {
        var floor = Floor(time);
        return floor == time ? time
            : Months is { } months ? FromMonth(MonthOf(floor) + months * Count)
            : floor + Length;
    }

    /// <summary>Milliseconds; a month counts as 30 days.</summary>
    public long Length =>
        Count
        * Unit switch
        {
            PeriodUnit.Millisecond => 1,
            PeriodUnit.Second => Second,
            PeriodUnit.Minute => Minute,
            PeriodUnit.Hour => Hour,
            PeriodUnit.Day => Day,
            PeriodUnit.Week => 7 * Day,
            _ => Months!.Value * 30 * Day,
        };

    public override string ToString()
    {
        var unit = Unit;
        return string.Create(CultureInfo.InvariantCulture, $"{Count}{Units.First(one => one.Unit == unit).Name}");
    }

    long? Months =>
        Unit switch
        {
            PeriodUnit.Month => 1,
            PeriodUnit.Quarter => 3,
            PeriodUnit.Year => 12,
            _ => null,
        };

    /// <summary>The documented caps; for longer units, what keeps sums within their range.</summary>
    static long Cap(PeriodUnit unit) =>
        unit switch
        {
            PeriodUnit.Millisecond => 1000,
            PeriodUnit.Second or PeriodUnit.Minute => 60,
            PeriodUnit.Hour => 24,
            PeriodUnit.Day => 100_000,
            PeriodUnit.Week => 10_000,
            _ => 1000,
        };

    static long Modulo(long value, long divisor) => ((value % divisor) + divisor) % divisor;

    /// <summary>Months since January of the year 0.</summary>
    static long MonthOf(long time)
    {
        var date = DateTimeOffset.FromUnixTimeMilliseconds(time);
        return date.Year * 12 + date.Month - 1;
    }

    static long FromMonth(long month) =>
        new DateTimeOffset(
            (int)Math.Clamp(month / 12, 1, 9999),
            (int)(month % 12) + 1,
            1,
            0,
            0,
            0,
            TimeSpan.Zero
        ).ToUnixTimeMilliseconds();
}
