using System.Globalization;
using Emulator.Services.CloudWatch.Alarms.Watching;
using Emulator.Services.Time;

namespace Emulator.Services.CloudWatch.Alarms.Muting;

/// <summary>The windows of a mute rule.</summary>
sealed class MuteSchedule
{
    /// <summary>A day that a cron expression can mean comes within so many years, leap days on a weekday included; or never.</summary>
    const int LookAheadDays = 366 * 41;

    static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);
    static readonly TimeSpan Longest = TimeSpan.FromDays(15);

    readonly CronFields? _cron;
    readonly DateTime _at;
    readonly TimeSpan _duration;
    readonly TimeZoneInfo _zone;
    readonly DateTimeOffset _from;
    readonly DateTimeOffset _until;

    /// <param name="rule">One that satisfies the rules.</param>
    public MuteSchedule(AlarmMuteRule rule)
    {
        var schedule = rule.Rule.Schedule;
        _ = TryParseExpression(schedule.Expression, out _cron, out _at);
        _ = TryParseDuration(schedule.Duration, out _duration);
        _zone = WallClock.TryParseZone(schedule.Timezone ?? "UTC", out var zone) ? zone : TimeZoneInfo.Utc;
        _from = rule.StartDate ?? DateTimeOffset.MinValue;
        _until = rule.ExpireDate ?? DateTimeOffset.MaxValue;
    }

    /// <summary><c>ONE_TIME</c> or <c>RECURRING</c>.</summary>
    public string MuteType => _cron is null ? "ONE_TIME" : "RECURRING";

    /// <param name="cron"><c>null</c> for an expression that means one moment.</param>
    public static bool TryParseExpression(string text, out CronFields? cron, out DateTime at)
    {
        (cron, at) = (null, default);
        if (text.StartsWith("cron(", StringComparison.Ordinal) && text.EndsWith(')'))
        {
            return CronFields.TryParse(text[5..^1], out cron);
        }

        return text.StartsWith("at(", StringComparison.Ordinal)
            && text.EndsWith(')')
            && DateTime.TryParseExact(
                text[3..^1],
                ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"],
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out at
            );
    }

    public static bool TryParseDuration(string text, out TimeSpan duration) =>
        IsoDuration.TryParse(text, out duration) && duration >= Shortest && duration <= Longest;

    /// <summary>The window that a moment is in, as far as the rule applies; <c>null</c> when it is in none.</summary>
    public MuteWindow? WindowAt(DateTimeOffset time)
    {
        if (time < _from || time >= _until || LastAt(time) is not { } start || time >= start + _duration)
        {
            return null;
        }

        return new MuteWindow(start, start + _duration < _until ? start + _duration : _until);
    }

    /// <summary><c>ACTIVE</c>, <c>SCHEDULED</c> or <c>EXPIRED</c>.</summary>
    public string StatusAt(DateTimeOffset time)
    {
        if (WindowAt(time) is not null)
        {
            return MuteStatus.Active;
        }

        var from = _from > time ? _from - _duration : time;
        return FirstAfter(from) is { } next && next < _until ? MuteStatus.Scheduled : MuteStatus.Expired;
    }

    /// <summary>The last beginning at or before a moment, if it is not longer ago than a window.</summary>
    DateTimeOffset? LastAt(DateTimeOffset time)
    {
        if (_cron is null)
        {
            return Begins(_at) is { } only && only <= time ? only : null;
        }

        var first = LocalDay(time - _duration).AddDays(-1);
        for (var day = LocalDay(time).AddDays(1); day >= first; day = day.AddDays(-1))
        {
            for (var i = _cron.Times.Count - 1; i >= 0 && _cron.Fits(day); i--)
            {
                if (Begins(day + _cron.Times[i]) is { } start && start <= time)
                {
                    return start;
                }
            }
        }

        return null;
    }

    DateTimeOffset? FirstAfter(DateTimeOffset time)
    {
        if (_cron is null)
        {
            return Begins(_at) is { } only && only > time ? only : null;
        }

        var today = LocalDay(time);
        for (var i = 0; i < LookAheadDays; i++)
        {
            var day = today.AddDays(i);
            if (!_cron.Fits(day))
            {
                continue;
            }

            foreach (var clock in _cron.Times)
            {
                if (Begins(day + clock) is { } start && start > time)
                {
                    return start;
                }
            }
        }

        return null;
    }

    DateTime LocalDay(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, _zone).Date;

    /// <returns><c>null</c> for a time that the clock jumps over.</returns>
    DateTimeOffset? Begins(DateTime local) =>
        _zone.IsInvalidTime(local) ? null : new DateTimeOffset(local, _zone.GetUtcOffset(local)).ToUniversalTime();
}

/// <summary>A time during which actions are held back.</summary>
/// <param name="End">Not included.</param>
readonly record struct MuteWindow(DateTimeOffset Start, DateTimeOffset End);

/// <summary>The states of a mute rule, in the order of the API model.</summary>
static class MuteStatus
{
    public const string Scheduled = "SCHEDULED";
    public const string Active = "ACTIVE";
    public const string Expired = "EXPIRED";
}
