using Emulator.Services.Logs.Events;
using Emulator.Storage;

namespace Emulator.Services.Logs.Ingestion;

/// <summary>Something that happens to accepted events on their way into a log group.</summary>
/// <threadsafety>Safe from any thread; it serves many requests at once.</threadsafety>
interface IIngestionStage
{
    /// <summary>Looks at the events, on the request's thread.</summary>
    /// <returns>
    /// What to do in the write that stores the events, with the events as they are stored; <c>null</c> for nothing. These are called for all requests
    /// in the order in which they are stored. They must be short.
    /// </returns>
    Action<Write, LogBatch>? Prepare(IncomingEvents events);
}
