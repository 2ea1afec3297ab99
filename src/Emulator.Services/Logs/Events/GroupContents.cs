using System.Collections.Immutable;

namespace Emulator.Services.Logs.Events;

/// <summary>Where the events of a log group are at one moment. Each is in one place.</summary>
/// <param name="Blocks">What is sealed.</param>
/// <param name="Frozen">Full heads that are being sealed, the oldest first.</param>
/// <param name="Head">What is young. It goes on growing until it is frozen.</param>
sealed record GroupContents(ImmutableArray<LogBlockEntry> Blocks, ImmutableArray<FrozenLogHead> Frozen, LogHead Head)
{
    public static GroupContents Empty() => new([], [], new LogHead());

    /// <summary>The batches that are not sealed, the oldest first.</summary>
    public IEnumerable<LogBatch> Batches =>
        Frozen.IsEmpty ? Head.Snapshot : Frozen.SelectMany(frozen => frozen.Batches).Concat(Head.Snapshot);

    /// <summary>The batches and blocks that may have events that a query wants.</summary>
    public IEnumerable<IEventSource> Sources(EventQuery query)
    {
        foreach (var block in Blocks)
        {
            if (
                query.Overlaps(block.FirstTime, block.LastTime)
                && (query.Streams is null || block.HoldsAny(query.Streams))
            )
            {
                yield return block;
            }
        }

        foreach (var batch in Batches)
        {
            if (
                query.Overlaps(batch.FirstTime, batch.LastTime)
                && (query.Streams is null || query.Streams.Contains(batch.StreamId))
            )
            {
                yield return batch;
            }
        }
    }
}
