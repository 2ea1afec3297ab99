using Emulator.Storage;

namespace Emulator.Services.Logs.Events;

/// <summary>A sealed block as its log group knows it: everything but the events, which are read on demand.</summary>
/// <param name="row">The row in the database.</param>
/// <param name="shares">What the block holds of the streams that exist, by ascending id.</param>
sealed class LogBlockEntry(BlockRow row, StreamShare[] shares, Store store) : IEventSource
{
    public BlockRow Row => row;

    public ReadOnlySpan<StreamShare> Shares => shares;

    public long FirstTime => row.FirstTime;

    public long LastTime => row.LastTime;

    /// <summary>Stored bytes of the streams that exist.</summary>
    public long StoredBytes { get; } = shares.Sum(share => share.StoredBytes);

    public EventRun? Open() => store.ReadBlock(row, static body => LogBlock.Decode(body));

    public bool HoldsAny(IReadOnlySet<long> streams)
    {
        foreach (var share in shares)
        {
            if (streams.Contains(share.StreamId))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The same block, when a stream is deleted.</summary>
    public LogBlockEntry Without(long streamId) =>
        shares.Any(share => share.StreamId == streamId)
            ? new LogBlockEntry(row, [.. shares.Where(share => share.StreamId != streamId)], store)
            : this;
}
