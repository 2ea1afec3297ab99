using Emulator.Services.Logs.Events;
using Emulator.Storage;

namespace Emulator.Services.Logs.Ingestion;

/// <summary>Something that happens to accepted events on their way into a log group.</summary>
/// <threadsafety>Safe from any thread; it serves many requests at once.</threadsafety>
interface IIngestionStage
{
    /// <summary>Looks at the events, on the request's thread.</summary>
    void Prepare(IncomingEvents events);

    /// <summary>Called in the write that stores the events, for all requests in the order in which they are stored.</summary>
    /// <param name="batch">The events as they are stored.</param>
    void Store_OnWriter(Write write, IncomingEvents events, LogBatch batch) { }
}
