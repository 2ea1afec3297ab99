using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Groups;
using Emulator.Services.Logs.Protection;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Ingestion;

/// <summary>Accepted events on their way into a log stream, and what they bring about.</summary>
/// <threadsafety>Not thread-safe; it serves one request.</threadsafety>
sealed class IncomingEvents
{
    readonly IReadOnlyList<InputLogEvent> _events;
    readonly int _first;
    readonly List<Finding>?[]? _findings;
    readonly Utf8Text[]? _shown;

    /// <param name="events">The events of the request.</param>
    /// <param name="window">Those of them that are stored, at least one.</param>
    /// <param name="ingestionTime">Milliseconds since the epoch.</param>
    /// <param name="detector">Finds what is masked; <c>null</c> when nothing is.</param>
    public IncomingEvents(
        LogGroupState group,
        LogStreamState stream,
        IReadOnlyList<InputLogEvent> events,
        PutWindow window,
        long ingestionTime,
        Detector? detector
    )
    {
        Group = group;
        Stream = stream;
        IngestionTime = ingestionTime;
        Count = window.End - window.First;
        _events = events;
        _first = window.First;
        if (detector is not null)
        {
            _findings = new List<Finding>?[Count];
            _shown = new Utf8Text[Count];
            for (var i = 0; i < Count; i++)
            {
                var message = this[i].Message;
                _findings[i] = detector.Find(message.Span);
                _shown[i] = _findings[i] is { } findings
                    ? new Utf8Text(Detector.Apply(message.Span, findings))
                    : message;
            }
        }
    }

    public LogGroupState Group { get; }

    public LogStreamState Stream { get; }

    /// <summary>Milliseconds since the epoch.</summary>
    public long IngestionTime { get; }

    public int Count { get; }

    /// <summary>An event as it came and is stored.</summary>
    public InputLogEvent this[int index] => _events[_first + index];

    /// <summary>The sensitive data of an event; <c>null</c> when none is looked for or found.</summary>
    public List<Finding>? Findings(int index) => _findings?[index];

    /// <summary>The message as it may be shown: sensitive data is masked.</summary>
    public Utf8Text Shown(int index) => _shown is null ? this[index].Message : _shown[index];

    /// <summary>Metrics that are published in the write that stores the events.</summary>
    public SampleCollector Metrics { get; } = new();
}
