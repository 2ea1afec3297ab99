namespace Emulator.Services.CloudWatch.Metrics;

/// <summary>How fine data of each age is at one moment: 1 s for 3 hours, 1 min for 15 days, 5 min for 63 days, then 1 h.</summary>
/// <remarks>
/// Readers apply this themselves, so that an answer never depends on when the background work last ran. All times are seconds since the epoch.
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_concepts.html#metrics-retention"/>.
/// </remarks>
readonly struct RetentionTiers
{
    public const int Minute = 60;
    public const int FiveMinutes = 300;
    public const int Hour = 3600;

    static readonly TimeSpan SecondsKept = TimeSpan.FromHours(3);
    static readonly TimeSpan MinutesKept = TimeSpan.FromDays(15);
    static readonly TimeSpan FiveMinutesKept = TimeSpan.FromDays(63);

    readonly long _secondsFrom;
    readonly long _minutesFrom;
    readonly long _fiveMinutesFrom;

    /// <param name="now">The moment.</param>
    /// <param name="keep">How long the namespace keeps data at all.</param>
    public RetentionTiers(DateTimeOffset now, TimeSpan keep)
    {
        _secondsFrom = EarliestSecond(now - SecondsKept);
        _minutesFrom = EarliestSecond(now - MinutesKept);
        _fiveMinutesFrom = EarliestSecond(now - FiveMinutesKept);
        Oldest = EarliestSecond(now - keep);
    }

    /// <summary>The earliest slot that is still kept.</summary>
    public long Oldest { get; }

    /// <summary>When data of a time becomes too old for slots of a length, in seconds since the epoch; never for hours.</summary>
    /// <param name="time">Seconds since the epoch; the greatest number for no data.</param>
    public static long AgesAt(long time, int length) =>
        time == long.MaxValue || length >= Hour
            ? long.MaxValue
            : time
                + 1
                + (long)
                    (
                        length >= FiveMinutes ? FiveMinutesKept
                        : length >= Minute ? MinutesKept
                        : SecondsKept
                    ).TotalSeconds;

    /// <summary>Length in seconds of the slots at a time.</summary>
    public int LengthAt(long time) =>
        time >= _secondsFrom ? 1
        : time >= _minutesFrom ? Minute
        : time >= _fiveMinutesFrom ? FiveMinutes
        : Hour;

    /// <summary>Start of the slot that data of a time belongs to now.</summary>
    /// <remarks>
    /// Data grows coarser step by step: a slot that is old enough itself goes into the next longer one, whatever its youngest data. So the slot
    /// is the same whether the steps before the last have been made in the store or not.
    /// </remarks>
    public long SlotOf(long time) => Floor(time, SlotsAt(time).Length);

    /// <summary>Whether a bucket of this period that starts at this time is answered, or the data is too coarse for it.</summary>
    public bool Answers(long bucketStart, int period) => period % LengthAt(bucketStart) == 0;

    /// <summary>The earliest time whose slot starts at or after <paramref name="start"/>.</summary>
    public long FirstTimeFrom(long start)
    {
        var (length, end) = SlotsAt(start);
        return Math.Min(Ceiling(start, length), end);
    }

    /// <summary>Length of the slot that data of a time belongs to, and where slots of another length begin.</summary>
    (int Length, long End) SlotsAt(long time)
    {
        var fiveMinutesFrom = Ceiling(_fiveMinutesFrom, FiveMinutes);
        var minutesFrom = Ceiling(_minutesFrom, Minute);
        return time >= _secondsFrom ? (1, long.MaxValue)
            : time >= minutesFrom ? (Minute, _secondsFrom)
            : time >= fiveMinutesFrom ? (FiveMinutes, minutesFrom)
            : (Hour, fiveMinutesFrom);
    }

    /// <summary>The multiple of <paramref name="length"/> at or before a time.</summary>
    public static long Floor(long time, int length) => time - (time % length + length) % length;

    static long Ceiling(long time, int length) => Floor(time + length - 1, length);

    /// <summary>The first whole second at or after a time.</summary>
    static long EarliestSecond(DateTimeOffset time) =>
        (time + TimeSpan.FromTicks(TimeSpan.TicksPerSecond - 1)).ToUnixTimeSeconds();
}
