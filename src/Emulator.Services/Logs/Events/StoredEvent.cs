using Emulator.Protocol.Shapes;

namespace Emulator.Services.Logs.Events;

/// <summary>A log event where it lies: reading it copies nothing.</summary>
readonly struct StoredEvent
{
    readonly EventRun _run;
    readonly int _index;
    readonly Utf8Text? _shown;

    public StoredEvent(EventRun run, int index)
        : this(run, index, null) { }

    StoredEvent(EventRun run, int index, Utf8Text? shown)
    {
        _run = run;
        _index = index;
        _shown = shown;
    }

    public EventId Id => _run.Id(_index);

    public long StreamId => _run.Streams[_run.Stream(_index)];

    /// <summary>A slice of the batch or block, or what is shown in its place.</summary>
    public Utf8Text Message => _shown ?? new(_run.Message(_index));

    /// <summary>What the event counts against the size of a page.</summary>
    public int StoredBytes => _run.End(_index) - _run.Start(_index) + LogLimits.EventOverheadBytes;

    /// <summary>The same event with another message.</summary>
    public StoredEvent With(Utf8Text message) => new(_run, _index, message);
}
