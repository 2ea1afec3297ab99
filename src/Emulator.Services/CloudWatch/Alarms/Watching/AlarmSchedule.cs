using Emulator.Services.CloudWatch.Shapes;

namespace Emulator.Services.CloudWatch.Alarms.Watching;

/// <summary>When an alarm is evaluated, and which buckets it then sees.</summary>
/// <remarks>
/// <para>
/// Buckets slide: the newest ends at the time of the evaluation, so that they are no multiples of the period. More are read than are evaluated, for
/// points that are late or missing.
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation.html"/>
/// </para>
/// <para>AWS does not say how many more; these are the greater of two periods and five minutes.</para>
/// </remarks>
sealed class AlarmSchedule
{
    const int TenSeconds = 10;
    const int Minute = 60;
    const int Hour = 3600;
    const int Day = 86_400;

    /// <summary>The minute of the hour in which AWS's example evaluates an alarm on several days.</summary>
    const int DelayInHour = 3 * Minute;

    readonly WallClock? _wallClock;

    /// <summary>Seconds between two evaluations.</summary>
    readonly int _step;

    /// <summary>How long after the end of the newest bucket the evaluation is, in seconds.</summary>
    readonly int _delay;

    /// <param name="period">Of the alarm, in seconds.</param>
    /// <param name="isExpression">Whether its points are computed on the grid of its period, which must be whole seconds of a minute.</param>
    public AlarmSchedule(MetricAlarm alarm, int period, bool isExpression)
    {
        Period = period;
        Periods = alarm.EvaluationPeriods!.Value;
        Buckets = Periods + Math.Max(2, (300 + period - 1) / period);
        _wallClock = alarm.EvaluationWindow?.WallClockWindow is { } window ? new WallClock(window.Timezone) : null;
        (_step, _delay) =
            _wallClock is not null ? (period, 0)
            : (long)period * Periods > Day ? (Hour, DelayInHour)
            : period >= Minute ? (Minute, 0)
            : (isExpression ? period : TenSeconds, 0);
    }

    /// <summary>Seconds.</summary>
    public int Period { get; }

    /// <summary>How many points count.</summary>
    public int Periods { get; }

    /// <summary>How many buckets are read.</summary>
    public int Buckets { get; }

    /// <summary>The first evaluation after a time.</summary>
    public DateTimeOffset NextAfter(DateTimeOffset time)
    {
        if (_wallClock is not null)
        {
            return _wallClock.NextAfter(time, Period);
        }

        var seconds = time.ToUnixTimeSeconds() - _delay;
        return DateTimeOffset.FromUnixTimeSeconds(seconds - Modulo(seconds, _step) + _step + _delay);
    }

    /// <summary>Where the buckets begin that an evaluation sees, newest first, and behind them where the newest ends.</summary>
    /// <param name="due">From <see cref="NextAfter"/>.</param>
    /// <param name="starts"><see cref="Buckets"/> elements: seconds since the epoch.</param>
    /// <returns>The end of the newest bucket, in seconds since the epoch.</returns>
    public long Fill(DateTimeOffset due, Span<long> starts)
    {
        if (_wallClock is not null)
        {
            return _wallClock.Fill(due, Period, starts);
        }

        var end = EndOf(due);
        for (var i = 0; i < starts.Length; i++)
        {
            starts[i] = end - (i + 1L) * Period;
        }

        return end;
    }

    /// <summary>Whether all buckets have the length of a period.</summary>
    public bool IsEven => _wallClock is null || _wallClock.IsEven || Period < Day;

    /// <summary>Where the newest bucket ends, in seconds since the epoch.</summary>
    public long EndOf(DateTimeOffset due) => due.ToUnixTimeSeconds() - _delay;

    static long Modulo(long value, int divisor) => (value % divisor + divisor) % divisor;
}
