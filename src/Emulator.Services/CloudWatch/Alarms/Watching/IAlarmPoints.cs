using Emulator.Services.CloudWatch.Alarms.Evaluation;

namespace Emulator.Services.CloudWatch.Alarms.Watching;

/// <summary>Where the values come from that an alarm watches.</summary>
/// <threadsafety>Used by one thread at a time.</threadsafety>
interface IAlarmPoints
{
    /// <summary>Whether there can be no value in or after a time, without looking closely.</summary>
    /// <param name="start">Seconds since the epoch.</param>
    bool AreAbsentFrom(long start);

    /// <summary>Puts the values that there are into their buckets.</summary>
    /// <param name="range">The buckets, newest first, their times set.</param>
    /// <param name="end">Where the newest bucket ends, in seconds since the epoch.</param>
    /// <param name="now">The time of the evaluation.</param>
    /// <exception cref="Protocol.AwsException">An expression cannot be computed.</exception>
    void Fill(Span<AlarmPoint> range, long end, DateTimeOffset now);
}
