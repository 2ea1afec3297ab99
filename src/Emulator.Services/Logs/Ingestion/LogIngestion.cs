using Emulator.Protocol;
using Emulator.Services.CloudWatch.Metrics;
using Emulator.Services.Logs.Events;
using Emulator.Services.Logs.Groups;
using Emulator.Services.Logs.Shapes;
using Emulator.Storage;

namespace Emulator.Services.Logs.Ingestion;

/// <summary>Stores the events of a request, with all that they bring about, in one write.</summary>
/// <threadsafety>Safe from any thread.</threadsafety>
sealed class LogIngestion(LogsState logs)
{
    readonly EmulatorEngine _engine = logs.Engine;

    /// <summary>Stores the events that a window has accepted, if any, with one ingestion time.</summary>
    /// <param name="now">The ingestion time, in milliseconds since the epoch.</param>
    /// <param name="entity">What sent them; <c>null</c> when the request names none.</param>
    /// <returns>The sequence of the request.</returns>
    /// <exception cref="AwsException">ResourceNotFoundException: group or stream have been deleted meanwhile.</exception>
    public async Task<long> PutAsync(
        LogGroupState group,
        LogStreamState stream,
        IReadOnlyList<InputLogEvent> events,
        PutWindow window,
        long now,
        Entity? entity = null
    )
    {
        if (window.IsEmpty)
        {
            return await _engine.Store.Write(write => write.NextSequence());
        }

        var pipeline = logs.Pipelines.For(group);
        var incoming = new IncomingEvents(group, stream, events, window, now, pipeline);
        var effects = pipeline.Stages.Select(stage => stage.Prepare(incoming)).ToList();
        var body = LogBatch.Encode(group.Id, stream.Id, now, events, window.First, window.End);
        var metrics = logs.Metrics.Prepare(incoming.Metrics.ToSamples(), DateTimeOffset.FromUnixTimeMilliseconds(now));
        await _engine.Sealer.MakeRoomAsync();
        return await _engine.Store.Write(write =>
        {
            RequireExistence(group, stream);
            var batch = Append_OnWriter(write, group, stream, body);
            logs.Entities.Note_OnWriter(write, group.Name, stream.Id, batch.Sequence, entity);
            logs.Metrics.Publish_OnWriter(write, metrics);
            foreach (var effect in effects)
            {
                effect?.Invoke(write, batch);
            }

            return batch.Sequence;
        });
    }

    /// <summary>Stores events that the emulator itself writes, in a stream that is created when there is none. They go through no pipeline.</summary>
    /// <param name="events">At least one; in order of time.</param>
    /// <param name="now">The ingestion time, in milliseconds since the epoch.</param>
    public void Append_OnWriter(
        Write write,
        LogGroupState group,
        string streamName,
        IReadOnlyList<InputLogEvent> events,
        long now
    )
    {
        var stream = group.Streams.ByName.Find(streamName) ?? group.Streams.Create(write, streamName, now);
        Append_OnWriter(write, group, stream, LogBatch.Encode(group.Id, stream.Id, now, events, 0, events.Count));
    }

    void RequireExistence(LogGroupState group, LogStreamState stream)
    {
        if (_engine.LogJournal.Find(group.Id) is null)
        {
            throw LogsErrors.LogGroupNotFound();
        }

        if (!group.Streams.Exists(stream.Id))
        {
            throw LogsErrors.LogStreamNotFound();
        }
    }

    LogBatch Append_OnWriter(Write write, LogGroupState group, LogStreamState stream, byte[] body)
    {
        var batch = new LogBatch(body, write.NextSequence());
        write.Journal(batch.Sequence, JournalKind.LogEvents, body);
        stream.Add_OnWriter(StreamShare.Of(batch));
        if (group.Events.Append_OnWriter(write, batch) is { } full)
        {
            _engine.Sealer.Add(full);
        }

        return batch;
    }
}
