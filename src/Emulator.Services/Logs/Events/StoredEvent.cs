using Emulator.Protocol.Shapes;

namespace Emulator.Services.Logs.Events;

/// <summary>A log event where it lies: reading it copies nothing.</summary>
readonly struct StoredEvent(EventRun run, int index)
{
    public EventId Id => run.Id(index);

    public long StreamId => run.Streams[run.Stream(index)];

    /// <summary>A slice of the batch or block.</summary>
    public Utf8Text Message => new(run.Message(index));

    /// <summary>What the event counts against the size of a page.</summary>
    public int StoredBytes => run.End(index) - run.Start(index) + LogLimits.EventOverheadBytes;
}
