using Emulator.Services.Sealing;
using Emulator.Storage;

namespace Emulator.Services.Logs.Events;

/// <summary>A head that is being made into blocks.</summary>
/// <param name="owner">The events that it belongs to.</param>
/// <param name="through">All of the owner's journal rows up to this sequence are in here or in earlier blocks.</param>
/// <param name="exists">Tells whether a stream exists: events of others need not be kept.</param>
sealed class FrozenLogHead(GroupEvents owner, LogHead head, long through, Func<long, bool> exists) : IFrozenHead
{
    readonly List<SealedBlock> _blocks = [];

    public ArraySegment<LogBatch> Batches => head.Snapshot;

    public long FirstSequence => head.FirstSequence;

    public long Through => through;

    public IReadOnlyList<SealedBlock> Blocks => _blocks;

    public long Encode()
    {
        var builder = new LogBlockBuilder();
        var events = new MergedEvents(head.Snapshot, new EventQuery(), exists);
        while (events.MoveNext())
        {
            var message = events.Run.Message(events.Index).Span;
            if (!builder.HasRoomFor(message.Length))
            {
                _blocks.Add(builder.Build());
            }

            builder.Add(events.Run.Streams[events.Run.Stream(events.Index)], events.Run.Id(events.Index), message);
        }

        if (!builder.IsEmpty)
        {
            _blocks.Add(builder.Build());
        }

        return _blocks.Sum(block => (long)block.Body.Length);
    }

    public void Insert(Write write) => owner.Insert_OnWriter(write, this);
}
