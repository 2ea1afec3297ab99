using Emulator.Protocol.Shapes;

namespace Emulator.Services.Logs.Events;

/// <summary>A log event in an answer.</summary>
/// <param name="Message">A copy: an answer with an event out of each of a thousand blocks must not keep the thousand in memory.</param>
readonly record struct PagedEvent(EventId Id, long StreamId, Utf8Text Message)
{
    public static PagedEvent Of(StoredEvent stored) =>
        new(stored.Id, stored.StreamId, new Utf8Text(stored.Message.Span.ToArray()));
}
