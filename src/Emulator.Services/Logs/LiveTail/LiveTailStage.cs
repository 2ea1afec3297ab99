using Emulator.Services.Logs.Events;
using Emulator.Services.Logs.Ingestion;
using Emulator.Storage;

namespace Emulator.Services.Logs.LiveTail;

/// <summary>Offers events to the Live Tail sessions that listen, in the order in which they are stored.</summary>
sealed class LiveTailStage(LogFeed feed) : IIngestionStage
{
    public Action<Write, LogBatch>? Prepare(IncomingEvents events)
    {
        Action<Write, LogBatch>? effects = null;
        foreach (var session in feed.Sessions)
        {
            if (session.ListensTo(events.Group, events.Stream) && session.Select(events) is { Count: > 0 } selected)
            {
                effects += (_, _) => session.Offer(selected);
            }
        }

        return effects;
    }
}
