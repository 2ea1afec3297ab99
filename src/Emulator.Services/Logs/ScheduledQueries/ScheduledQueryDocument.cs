using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Queries;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.ScheduledQueries;

/// <summary>A scheduled query as it is stored.</summary>
[Shape]
public sealed partial record ScheduledQueryDocument
{
    /// <summary>Part of its ARN; another one when the query is deleted and created anew.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    public string? Description { get; init; }

    /// <summary>One of <see cref="Shapes.QueryLanguage"/>.</summary>
    public required string QueryLanguage { get; init; }

    public required string QueryString { get; init; }

    /// <summary>Names or ARNs; <c>null</c> when the query names its log groups.</summary>
    public IReadOnlyList<string>? LogGroupIdentifiers { get; init; }

    public required string ScheduleExpression { get; init; }

    /// <summary>The name of a time zone; <c>null</c> for UTC.</summary>
    public string? Timezone { get; init; }

    /// <summary>How many seconds before a run its events begin; <c>null</c> for the time of the last run.</summary>
    public long? StartTimeOffset { get; init; }

    /// <summary>How many seconds before a run its events end; <c>null</c> for 0.</summary>
    public long? EndTimeOffset { get; init; }

    public DestinationConfiguration? DestinationConfiguration { get; init; }

    /// <summary>The first moment of a run, in seconds since the epoch; milliseconds are understood too.</summary>
    public long? ScheduleStartTime { get; init; }

    /// <summary>The last moment of a run, in seconds since the epoch; milliseconds are understood too.</summary>
    public long? ScheduleEndTime { get; init; }

    public required string ExecutionRoleArn { get; init; }

    /// <summary>One of <see cref="ScheduledQueryState"/>.</summary>
    public required string State { get; init; }

    /// <summary>Milliseconds since the epoch.</summary>
    public required long CreationTime { get; init; }

    /// <summary>Milliseconds since the epoch.</summary>
    public required long LastUpdatedTime { get; init; }

    /// <summary>Milliseconds since the epoch; <c>null</c> until it first runs.</summary>
    public long? LastTriggeredTime { get; init; }

    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>When it runs next.</summary>
    /// <returns><c>null</c> for never.</returns>
    internal DateTimeOffset? NextAfter(DateTimeOffset time)
    {
        if (State != ScheduledQueryState.Enabled)
        {
            return null;
        }

        var schedule = QuerySchedule.Parse(ScheduleExpression, Timezone);
        if (ScheduleStartTime is { } first && QueryRange.First(first) > time.ToUnixTimeMilliseconds())
        {
            if (QueryRange.First(first) > DateTimeOffset.MaxValue.ToUnixTimeMilliseconds())
            {
                return null;
            }

            // A run is allowed at the first moment itself.
            time = DateTimeOffset.FromUnixTimeMilliseconds(QueryRange.First(first)).AddTicks(-1);
        }

        var next = schedule.NextAfter(time);
        return ScheduleEndTime is { } last && next?.ToUnixTimeMilliseconds() > QueryRange.Last(last) ? null : next;
    }

    /// <summary>The events that a run looks at: from the first on, to before the last.</summary>
    /// <param name="due">When it runs, in milliseconds since the epoch.</param>
    internal (long From, long Until) WindowAt(long due) =>
        (
            StartTimeOffset is { } offset ? Before(due, offset) : LastTriggeredTime ?? CreationTime,
            Before(due, EndTimeOffset ?? 0)
        );

    static long Before(long due, long seconds) => due - 1000 * Math.Min(seconds, due / 1000);
}
