using Emulator.Protocol.Shapes;

namespace Emulator.Protocol.EventStream;

/// <summary>The answer of an operation that AWS answers with an event stream.</summary>
/// <remarks>
/// As a shape it is the initial response: the output without its stream, which holds nothing else in any operation. Whoever gets the answer sends
/// the events as they come, and disposes of it whether the caller has listened to the end or not.
/// </remarks>
/// <param name="events">Enumerated once at most. An <see cref="EventStreamException"/> ends the stream in the way that it says.</param>
/// <param name="source">What the stream holds open; <c>null</c> for nothing.</param>
public sealed class EventStream(IAsyncEnumerable<StreamEvent> events, IDisposable? source = null) : IShape, IDisposable
{
    public IAsyncEnumerable<StreamEvent> Events => events;

    public void Write(ShapeWriter writer) => Empty.Value.Write(writer);

    public void Dispose() => source?.Dispose();
}

/// <summary>An event of a stream.</summary>
/// <param name="Type">The member of the stream's union, such as <c>sessionUpdate</c>.</param>
public sealed record StreamEvent(string Type, IShape Content);

/// <summary>Ends a stream with an exception that its union declares.</summary>
/// <param name="type">The member of the union, such as <c>SessionTimeoutException</c>.</param>
/// <param name="message">What the caller reads.</param>
public sealed class EventStreamException(string type, string message) : Exception(message)
{
    public string Type => type;
}
