using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Emulator.Services.CloudWatch.Alarms.Watching;

/// <summary>The periods of a clock on a wall somewhere: the full minute, five minutes, hour, the day from midnight, the week from Monday.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_WallClockWindow.html"/></remarks>
sealed class WallClock
{
    public const int Day = 86_400;
    public const int Week = 604_800;

    /// <summary>1 January 1970 was a Thursday: weeks begin three days before a multiple of seven days.</summary>
    const long FirstMonday = 4L * Day;

    readonly TimeZoneInfo _zone;

    /// <param name="zone">A valid time zone; <c>null</c> for UTC.</param>
    public WallClock(string? zone) =>
        _zone = TryParseZone(zone ?? "UTC", out var parsed) ? parsed : throw new ArgumentException(zone, nameof(zone));

    /// <summary>Whether every day has 24 hours.</summary>
    public bool IsEven => !_zone.SupportsDaylightSavingTime;

    /// <summary>Reads an IANA name, <c>+hh:mm</c> or <c>UTC+hh:mm</c>; offsets are multiples of five minutes.</summary>
    public static bool TryParseZone(string text, [NotNullWhen(true)] out TimeZoneInfo? zone)
    {
        var offset = text.StartsWith("UTC", StringComparison.Ordinal) && text.Length > 3 ? text[3..] : text;
        if (offset is ['+' or '-', ..])
        {
            zone = null;
            if (
                !TimeSpan.TryParseExact(offset[1..], @"hh\:mm", CultureInfo.InvariantCulture, out var span)
                || span.Minutes % 5 != 0
                || span > TimeSpan.FromHours(14)
            )
            {
                return false;
            }

            zone = TimeZoneInfo.CreateCustomTimeZone(text, offset[0] == '-' ? -span : span, text, text);
            return true;
        }

        return TimeZoneInfo.TryFindSystemTimeZoneById(text, out zone);
    }

    /// <summary>The first boundary after a time.</summary>
    /// <param name="period">Seconds.</param>
    public DateTimeOffset NextAfter(DateTimeOffset time, int period)
    {
        var seconds = time.ToUnixTimeSeconds();
        return DateTimeOffset.FromUnixTimeSeconds(BoundaryAt(IndexAt(seconds, period) + 1, period, seconds));
    }

    /// <summary>The starts of the last complete periods, newest first.</summary>
    /// <param name="at">A boundary, or a time after it.</param>
    /// <returns>Where the newest ends, in seconds since the epoch.</returns>
    public long Fill(DateTimeOffset at, int period, Span<long> starts)
    {
        var seconds = at.ToUnixTimeSeconds();
        var index = IndexAt(seconds, period);
        for (var i = 0; i < starts.Length; i++)
        {
            starts[i] = BoundaryAt(index - 1 - i, period, seconds);
        }

        return BoundaryAt(index, period, seconds);
    }

    /// <summary>How many periods of local time have begun before a moment.</summary>
    long IndexAt(long time, int period)
    {
        var local = time + OffsetAt(time) - OriginOf(period);
        return local >= 0 ? local / period : (local - period + 1) / period;
    }

    /// <summary>When a period of local time begins, in seconds since the epoch.</summary>
    /// <param name="near">A moment; only days and weeks are so long that another offset may hold at their beginning.</param>
    long BoundaryAt(long index, int period, long near)
    {
        var seconds = index * period + OriginOf(period);
        if (period < Day)
        {
            return seconds - OffsetAt(near);
        }

        var local = DateTime.SpecifyKind(DateTime.UnixEpoch.AddSeconds(seconds), DateTimeKind.Unspecified);
        if (_zone.IsInvalidTime(local))
        {
            // A midnight that the clock jumps over: the day begins where the clock goes on.
            local = local.AddHours(1);
        }

        return new DateTimeOffset(local, _zone.GetUtcOffset(local)).ToUnixTimeSeconds();
    }

    long OffsetAt(long time) => (long)_zone.GetUtcOffset(DateTimeOffset.FromUnixTimeSeconds(time)).TotalSeconds;

    static long OriginOf(int period) => period == Week ? FirstMonday : 0;
}
