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
    readonly Utf8Text?[]? _transformed;

    /// <param name="events">The events of the request.</param>
    /// <param name="window">Those of them that are stored, at least one.</param>
    /// <param name="ingestionTime">Milliseconds since the epoch.</param>
    /// <param name="pipeline">What masks and transforms them.</param>
    public IncomingEvents(
        LogGroupState group,
        LogStreamState stream,
        IReadOnlyList<InputLogEvent> events,
        PutWindow window,
        long ingestionTime,
        IngestionPipeline pipeline
    )
    {
        Group = group;
        Stream = stream;
        IngestionTime = ingestionTime;
        Count = window.End - window.First;
        _events = events;
        _first = window.First;
        var detector = pipeline.Protection?.Current;
        if (detector is not null)
        {
            _findings = new List<Finding>?[Count];
            _shown = new Utf8Text[Count];
            for (var i = 0; i < Count; i++)
            {
                _findings[i] = detector.Find(this[i].Message.Span);
                _shown[i] = Mask(this[i].Message, _findings[i]);
            }
        }

        if (pipeline.Transformation is { Current: { } transformer } transformation)
        {
            _transformed = new Utf8Text?[Count];
            var origin = transformation.Origin(stream.Name);
            for (var i = 0; i < Count; i++)
            {
                if (transformer.Apply(this[i].Message, origin) is { } made)
                {
                    _transformed[i] = Mask(made, detector?.Find(made.Span));
                }
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

    /// <summary>Whether a transformer has made something of an event.</summary>
    public bool IsTransformed(int index) => _transformed?[index] is not null;

    /// <summary>What a transformer has made of an event, masked as well; else the message as it may be shown.</summary>
    public Utf8Text Transformed(int index) => _transformed?[index] ?? Shown(index);

    /// <summary>Metrics that are published in the write that stores the events.</summary>
    public SampleCollector Metrics { get; } = new();

    static Utf8Text Mask(Utf8Text message, List<Finding>? findings) =>
        findings is null ? message : new Utf8Text(Detector.Apply(message.Span, findings));
}
