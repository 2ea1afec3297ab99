using Emulator.Services.Logs.Groups;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Ingestion;

/// <summary>Accepted events on their way into a log stream, and what they bring about.</summary>
/// <param name="events">The events of the request.</param>
/// <param name="window">Those of them that are stored, at least one.</param>
/// <param name="ingestionTime">Milliseconds since the epoch.</param>
/// <threadsafety>Not thread-safe; it serves one request.</threadsafety>
sealed class IncomingEvents(
    LogGroupState group,
    LogStreamState stream,
    IReadOnlyList<InputLogEvent> events,
    PutWindow window,
    long ingestionTime
)
{
    public LogGroupState Group => group;

    public LogStreamState Stream => stream;

    /// <summary>Milliseconds since the epoch.</summary>
    public long IngestionTime => ingestionTime;

    public int Count => window.End - window.First;

    public InputLogEvent this[int index] => events[window.First + index];

    /// <summary>Metrics that are published in the write that stores the events.</summary>
    public SampleCollector Metrics { get; } = new();
}
