using Emulator.Protocol;
using Emulator.Services.Logs.Events;
using Emulator.Services.Logs.Groups;
using Emulator.Services.Logs.Shapes;
using Emulator.Storage;

namespace Emulator.Services.Logs.Ingestion;

/// <summary>Stores the events of a request.</summary>
/// <threadsafety>Safe from any thread.</threadsafety>
sealed class LogIngestion(EmulatorEngine engine)
{
    /// <summary>Stores the events that a window has accepted, if any, with one ingestion time.</summary>
    /// <param name="now">The ingestion time, in milliseconds since the epoch.</param>
    /// <returns>The sequence of the request.</returns>
    /// <exception cref="AwsException">ResourceNotFoundException: group or stream have been deleted meanwhile.</exception>
    public async Task<long> PutAsync(
        LogGroupState group,
        LogStreamState stream,
        IReadOnlyList<InputLogEvent> events,
        PutWindow window,
        long now
    )
    {
        if (window.IsEmpty)
        {
            return await engine.Store.Write(write => write.NextSequence());
        }

        var body = LogBatch.Encode(group.Id, stream.Id, now, events, window.First, window.End);
        await engine.Sealer.MakeRoomAsync();
        return await engine.Store.Write(write =>
        {
            if (engine.LogJournal.Find(group.Id) is null)
            {
                throw LogsErrors.LogGroupNotFound();
            }

            if (!group.Streams.Exists(stream.Id))
            {
                throw LogsErrors.LogStreamNotFound();
            }

            return Append_OnWriter(write, group, stream, body);
        });
    }

    long Append_OnWriter(Write write, LogGroupState group, LogStreamState stream, byte[] body)
    {
        var batch = new LogBatch(body, write.NextSequence());
        write.Journal(batch.Sequence, JournalKind.LogEvents, body);
        stream.Add_OnWriter(StreamShare.Of(batch));
        if (group.Events.Append_OnWriter(write, batch) is { } full)
        {
            engine.Sealer.Add(full);
        }

        return batch.Sequence;
    }
}
