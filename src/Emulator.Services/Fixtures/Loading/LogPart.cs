using Emulator.Services.Fixtures.Generation;
using Emulator.Services.Logs.Events;
using Emulator.Services.Logs.Groups;
using Emulator.Storage;

namespace Emulator.Services.Fixtures.Loading;

/// <summary>What the generators of a world have made for one log group, on its way into blocks.</summary>
/// <param name="buffers">Of each generator that has written to the group.</param>
/// <threadsafety>Not thread-safe; one thread at a time.</threadsafety>
sealed class LogPart(string region, string group, IReadOnlyList<LogBuffer> buffers)
{
    readonly List<(string Stream, GeneratedEvent Event)> _events =
    [
        .. buffers
            .SelectMany(buffer => buffer.Drain())
            .OrderBy(one => one.Event.Time)
            .ThenBy(one => one.Event.IngestionTime),
    ];

    /// <summary>Ids by name, and of those that do not exist yet when they came into being.</summary>
    readonly Dictionary<string, (long Id, long? Creation)> _streams = [];

    public string Region => region;

    public string Group => group;

    public IReadOnlyList<SealedBlock> Blocks { get; private set; } = [];

    /// <summary>Finds the streams, or gives ids to them.</summary>
    public void Number(Write write, LogGroupState state)
    {
        foreach (var (stream, generated) in _events)
        {
            if (!_streams.ContainsKey(stream))
            {
                _streams[stream] = state.Streams.ByName.Find(stream) is { } existing
                    ? (existing.Id, null)
                    : (write.NextSequence(), generated.IngestionTime);
            }
        }
    }

    /// <summary>Makes the blocks.</summary>
    /// <param name="sequence">Of the request that the events count as.</param>
    public void Encode(long sequence)
    {
        var blocks = new List<SealedBlock>();
        var builder = new LogBlockBuilder();
        var last = new EventId(0, 0, sequence, 0);
        foreach (var (stream, (time, ingestion, message)) in _events)
        {
            if (!builder.HasRoomFor(message.Length))
            {
                blocks.Add(builder.Build());
            }

            var isSame = last.Timestamp == time && last.IngestionTime == ingestion;
            last = new EventId(time, ingestion, sequence, (ushort)(isSame ? last.Index + 1 : 0));
            builder.Add(_streams[stream].Id, last, message);
        }

        if (!builder.IsEmpty)
        {
            blocks.Add(builder.Build());
        }

        _events.Clear();
        Blocks = blocks;
    }

    /// <summary>Inserts the streams and the blocks.</summary>
    public void Insert_OnWriter(Write write, LogGroupState state)
    {
        foreach (var (name, (id, creation)) in _streams)
        {
            if (creation is { } time)
            {
                state.Streams.Import_OnWriter(write, id, name, time);
            }
        }

        foreach (var share in state.Events.Import_OnWriter(write, Blocks))
        {
            state.Streams.Find(share.StreamId)?.Add_OnWriter(share);
        }
    }
}
