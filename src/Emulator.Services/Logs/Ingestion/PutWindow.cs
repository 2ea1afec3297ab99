using Emulator.Protocol;
using Emulator.Services.Logs.Groups;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Ingestion;

/// <summary>Which events of a PutLogEvents request are stored.</summary>
/// <remarks>
/// The events are in order of time, so that the ones to be stored stand together: behind those that are too old or expired, before those that are
/// too new. <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutLogEvents.html"/>
/// </remarks>
/// <param name="First">The first event to store.</param>
/// <param name="End">The event behind the last one to store.</param>
/// <param name="Rejected">What the caller is told; <c>null</c> when all events are stored.</param>
readonly record struct PutWindow(int First, int End, RejectedLogEventsInfo? Rejected)
{
    public bool IsEmpty => First >= End;

    /// <param name="now">Milliseconds since the epoch.</param>
    /// <param name="rejection">Events to refuse in any case.</param>
    /// <exception cref="AwsException">InvalidParameterException: size, order, or the span of the events to store.</exception>
    public static PutWindow Of(
        IReadOnlyList<InputLogEvent> events,
        LogGroupDocument group,
        long now,
        EventRejection? rejection = null
    )
    {
        RequireSize(events);
        RequireOrder(events);

        var tooOld = FirstFrom(events, now - (long)LogLimits.MaxAge.TotalMilliseconds);
        var expired = FirstFrom(events, Retention.Start(group, now));
        var tooNew = FirstFrom(events, now + (long)LogLimits.MaxLead.TotalMilliseconds + 1);
        if (rejection is not null)
        {
            tooOld = Math.Max(tooOld, Math.Min(rejection.TooOld, events.Count));
            expired = Math.Max(expired, Math.Min(rejection.Expired, events.Count));
            tooNew = Math.Min(tooNew, Math.Max(events.Count - rejection.TooNew, 0));
        }

        var window = new PutWindow(
            Math.Max(tooOld, expired),
            tooNew,
            tooOld == 0 && expired == 0 && tooNew == events.Count
                ? null
                : new RejectedLogEventsInfo
                {
                    TooOldLogEventEndIndex = tooOld == 0 ? null : tooOld,
                    ExpiredLogEventEndIndex = expired == 0 ? null : expired,
                    TooNewLogEventStartIndex = tooNew == events.Count ? null : tooNew,
                }
        );
        window.RequireSpan(events);
        return window;
    }

    static void RequireSize(IReadOnlyList<InputLogEvent> events)
    {
        var sum = 0L;
        foreach (var input in events)
        {
            var bytes = input.Message.Length + LogLimits.EventOverheadBytes;
            if (bytes > LogLimits.MaxEventBytes)
            {
                throw LogsErrors.EventTooLarge(bytes);
            }

            sum += bytes;
        }

        if (sum > LogLimits.MaxBatchBytes)
        {
            throw LogsErrors.UploadTooLarge(sum);
        }
    }

    static void RequireOrder(IReadOnlyList<InputLogEvent> events)
    {
        for (var i = 1; i < events.Count; i++)
        {
            if (events[i].Timestamp < events[i - 1].Timestamp)
            {
                throw LogsErrors.NotChronological();
            }
        }
    }

    void RequireSpan(IReadOnlyList<InputLogEvent> events)
    {
        if (!IsEmpty && events[End - 1].Timestamp - events[First].Timestamp > (long)LogLimits.MaxSpan.TotalMilliseconds)
        {
            throw LogsErrors.SpanTooLong();
        }
    }

    /// <summary>The first event that is not before a time.</summary>
    static int FirstFrom(IReadOnlyList<InputLogEvent> events, long time)
    {
        var first = 0;
        while (first < events.Count && events[first].Timestamp < time)
        {
            first++;
        }

        return first;
    }
}
