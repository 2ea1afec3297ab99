using System.Numerics;

namespace Emulator.Languages.MetricMath.Bands;

/// <summary>A moment as a clock on the wall shows it: a day, counted from 1970, and the second of that day.</summary>
internal readonly record struct LocalTime(int Day, int Second)
{
    public static LocalTime Of(long timestamp, TimeZoneInfo zone)
    {
        var local = timestamp;
        if (!ReferenceEquals(zone, TimeZoneInfo.Utc))
        {
            local += (long)zone.GetUtcOffset(DateTimeOffset.FromUnixTimeSeconds(timestamp)).TotalSeconds;
        }

        var (day, second) = Math.DivRem(local, AnomalyHistory.Day);
        return second < 0 ? new((int)day - 1, (int)second + AnomalyHistory.Day) : new((int)day, (int)second);
    }

    /// <summary>Seconds between two times of day, the shorter way around the clock.</summary>
    public int SecondsOfDayTo(LocalTime other)
    {
        var distance = Math.Abs(Second - other.Second);
        return Math.Min(distance, AnomalyHistory.Day - distance);
    }
}

/// <summary>Values that past days had at the same time of day, those of the same weekday apart.</summary>
internal struct DailySample(LocalTime time)
{
    ulong _days;
    ulong _weekdays;
    Moments _values;
    Moments _weekdayValues;

    public readonly Moments Values => _values;

    public readonly Moments WeekdayValues => _weekdayValues;

    /// <summary>On how many different days the values fell.</summary>
    public readonly int Days => BitOperations.PopCount(_days);

    /// <summary>On how many different days of the same weekday they fell.</summary>
    public readonly int Weekdays => BitOperations.PopCount(_weekdays);

    public void Add(LocalTime valueTime, double value)
    {
        var daysAgo = time.Day - valueTime.Day;
        _values.Add(value);
        _days |= 1UL << daysAgo;
        if (daysAgo % 7 == 0)
        {
            _weekdayValues.Add(value);
            _weekdays |= 1UL << daysAgo;
        }
    }
}
