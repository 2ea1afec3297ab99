using Emulator.Languages.FilterPatterns;

namespace Emulator.Services.Logs.Events;

/// <summary>Which events of a log group a reader wants, and in which direction.</summary>
sealed record EventQuery
{
    /// <summary>No event before this id.</summary>
    public EventId From { get; init; }

    /// <summary>No event at or after this id.</summary>
    public EventId Until { get; init; } = EventId.Before(EventId.MaxTimestamp);

    /// <summary>Whether the latest event comes first.</summary>
    public bool Descending { get; init; }

    /// <summary>Ids of the log streams; <c>null</c> for all that exist.</summary>
    public IReadOnlySet<long>? Streams { get; init; }

    /// <summary>What messages must match; <c>null</c> for all.</summary>
    public FilterPattern? Pattern { get; init; }

    /// <summary>Whether events from one timestamp to another can be among those wanted.</summary>
    public bool Overlaps(long firstTime, long lastTime) => lastTime >= From.Timestamp && firstTime <= Until.Timestamp;

    /// <summary>The same query, going on behind an event.</summary>
    public EventQuery After(EventId id) => Descending ? this with { Until = id } : this with { From = id.Next };
}
