using Emulator.Protocol;
using Emulator.Services.Logs.Events;
using Emulator.Services.Logs.Groups;

namespace Emulator.Services.Logs.Queries;

/// <summary>The time that a query looks at, both ends included.</summary>
/// <param name="Start">Milliseconds since the epoch.</param>
/// <param name="End">Milliseconds since the epoch.</param>
readonly record struct QueryRange(long Start, long End)
{
    /// <summary>From here on a number counts milliseconds: AWS's own samples pass them.</summary>
    const long FirstMilliseconds = 100_000_000_000;

    /// <param name="start">Seconds or milliseconds since the epoch.</param>
    /// <param name="end">Seconds or milliseconds since the epoch.</param>
    /// <exception cref="AwsException">InvalidParameterException: it ends before it starts.</exception>
    public static QueryRange Of(long start, long end)
    {
        var range = new QueryRange(First(start), Last(end));
        return range.Start <= range.End ? range : throw LogsErrors.QueryEndsBeforeStart();
    }

    /// <summary>Refuses a range in which there can be no event. AWS does so before it runs the query.</summary>
    /// <remarks>A log group that was filled with older events counts as created with them.</remarks>
    /// <param name="length">Of the whole query.</param>
    /// <exception cref="AwsException">MalformedQueryException.</exception>
    public void RequireEvents(IReadOnlyList<LogGroupState> groups, long now, int length)
    {
        var end = End;
        if (groups.Count > 0 && groups.All(group => end < group.VisibleFrom(now) || EndsBefore(group, end)))
        {
            throw LogsErrors.QueryBeforeGroups(length);
        }
    }

    static bool EndsBefore(LogGroupState group, long end) =>
        end < group.Document.CreationTime
        && !group.Events.Read(new EventQuery { Until = EventId.Before(end + 1) }, CancellationToken.None).Any();

    /// <summary>The first millisecond of a time that counts seconds or milliseconds.</summary>
    public static long First(long time) => Milliseconds(time, 0);

    /// <summary>The last millisecond of a time that counts seconds or milliseconds.</summary>
    public static long Last(long time) => Milliseconds(time, 999);

    static long Milliseconds(long time, int rest) => time >= FirstMilliseconds ? time : time * 1000 + rest;
}
