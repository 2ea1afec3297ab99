using Emulator.Services.Logs.Groups;
using Emulator.Services.Sealing;
using Emulator.Storage;

namespace Emulator.Services.Logs.Events;

/// <summary>The log groups of all scopes, as the journal and the blocks know them: by id.</summary>
/// <threadsafety>Belongs to the writer; at start-up to the loader.</threadsafety>
sealed class LogJournal(EmulatorEngine engine) : IJournaledState
{
    readonly Dictionary<long, LogGroupState> _groups = [];

    public BlockKind BlockKind => BlockKind.Logs;

    public JournalKind JournalKind => JournalKind.LogEvents;

    public long FirstUnsealedSequence =>
        _groups.Values.Select(group => group.Events.FirstUnsealedSequence).DefaultIfEmpty(long.MaxValue).Min();

    public LogGroupState? Find(long id) => _groups.GetValueOrDefault(id);

    public void Add(LogGroupState group) => _groups.Add(group.Id, group);

    public void Remove(LogGroupState group) => _groups.Remove(group.Id);

    public void LoadHead(HeadRow row)
    {
        if (Find(row.Owner) is { } group)
        {
            group.Events.SealedSequence = row.SealedSequence;
        }
    }

    public void LoadBlock(BlockRow row)
    {
        if (Find(row.Owner) is not { } group)
        {
            return;
        }

        foreach (var share in group.Events.Load(row).Shares)
        {
            group.Streams.Find(share.StreamId)!.Add_OnWriter(share);
        }
    }

    public void Replay(JournalRow row)
    {
        var batch = new LogBatch(row.Body, row.Sequence);
        if (
            Find(batch.GroupId) is { } group
            && group.Streams.Find(batch.StreamId) is { } stream
            && group.Events.Replay(batch)
        )
        {
            stream.Add_OnWriter(StreamShare.Of(batch));
        }
    }

    public IEnumerable<IFrozenHead> Freeze(Write write, long through) =>
        _groups.Values.Select(group => group.Events.FreezeThrough_OnWriter(write, through)).OfType<FrozenLogHead>();

    /// <inheritdoc/>
    /// <remarks>One group at a time, so that no write waits for all.</remarks>
    public async ValueTask SweepAsync(DateTimeOffset now)
    {
        var groups = await engine.Store.Write(_ =>
            _groups
                .Values.Select(group =>
                    (Group: group, Before: Retention.FreedBefore(group.Document, now.ToUnixTimeMilliseconds()))
                )
                .ToList()
        );
        if (groups.Any(one => one.Group.Events.HoldsBatchBefore(one.Before)))
        {
            await engine.Sealer.SealAllAsync();
        }

        foreach (var (group, before) in groups.Where(one => one.Group.Events.HoldsBlockBefore(one.Before)))
        {
            await engine.Store.Write(write => Free_OnWriter(write, group, before));
        }
    }

    static void Free_OnWriter(Write write, LogGroupState group, long before)
    {
        foreach (var shares in group.Events.DropBefore_OnWriter(write, before).GroupBy(share => share.StreamId))
        {
            group.Streams.Free(write, shares.Aggregate((sum, share) => sum.With(share)));
        }
    }
}
