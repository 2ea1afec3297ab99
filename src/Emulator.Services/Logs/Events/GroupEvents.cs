using System.Collections.Immutable;
using Emulator.Services.Logs.Groups;
using Emulator.Storage;

namespace Emulator.Services.Logs.Events;

/// <summary>The events of one log group, wherever they are: in the head, being sealed, in blocks.</summary>
/// <threadsafety>The writer changes it; any thread reads, each time a consistent snapshot.</threadsafety>
sealed class GroupEvents(long owner, GroupStreams streams, Store store)
{
    volatile GroupContents _contents = GroupContents.Empty();
    volatile FreedEvents[] _freed = [];
    bool _isDropped;

    /// <summary>Journal rows up to this sequence are in blocks.</summary>
    public long SealedSequence { get; set; }

    /// <summary>The first journal row that is not in a block; <see cref="long.MaxValue"/> when all are.</summary>
    public long FirstUnsealedSequence =>
        _contents is { Frozen: [var oldest, ..] } ? oldest.FirstSequence : _contents.Head.FirstSequence;

    /// <summary>Reads events in the order of their ids.</summary>
    public IEnumerable<StoredEvent> Read(EventQuery query, CancellationToken cancel)
    {
        Func<long, bool> isWanted = query.Streams is { } wanted ? wanted.Contains : streams.Exists;
        while (true)
        {
            var contents = _contents;
            var events = new MergedEvents(contents.Sources(query), query, isWanted);
            StoredEvent? last = null;
            while (events.MoveNext())
            {
                last = new StoredEvent(events.Run, events.Index);
                if (!IsFreed(last.Value))
                {
                    yield return last.Value;
                }

                cancel.ThrowIfCancellationRequested();
            }

            if (!events.IsStale)
            {
                yield break;
            }

            RequireChanged(contents);
            query = last is { } seen ? query.After(seen.Id) : query;
        }
    }

    /// <summary>The stored bytes of the events from a timestamp on.</summary>
    /// <param name="from">Milliseconds since the epoch.</param>
    public long StoredBytes(long from)
    {
        while (true)
        {
            var contents = _contents;
            if (TrySum(contents, from) is { } sum)
            {
                return sum;
            }

            RequireChanged(contents);
        }
    }

    /// <summary>Says which events nobody sees any more.</summary>
    public void Hide(IReadOnlyList<FreedEvents> freed) => _freed = [.. freed];

    /// <summary>Adds a batch that is being journaled.</summary>
    /// <returns>The head, when it is full now.</returns>
    public FrozenLogHead? Append_OnWriter(Write write, LogBatch batch)
    {
        _contents.Head.Append_OnWriter(batch);
        return _contents.Head.IsFull ? Freeze_OnWriter(write) : null;
    }

    /// <summary>Adds a batch out of the journal at start-up, unless it is in a block.</summary>
    /// <returns>Whether it was added.</returns>
    public bool Replay(LogBatch batch)
    {
        if (batch.Sequence <= SealedSequence)
        {
            return false;
        }

        _contents.Head.Append_OnWriter(batch);
        return true;
    }

    /// <summary>Takes what is in the head out of it, to be sealed.</summary>
    public FrozenLogHead Freeze_OnWriter(Write write)
    {
        var frozen = new FrozenLogHead(this, _contents.Head, write.LastSequence, streams.Exists);
        _contents = _contents with { Frozen = _contents.Frozen.Add(frozen), Head = new LogHead() };
        return frozen;
    }

    /// <summary>Freezes the head when it holds something up to a sequence.</summary>
    public FrozenLogHead? FreezeThrough_OnWriter(Write write, long through) =>
        _contents.Head.FirstSequence <= through ? Freeze_OnWriter(write) : null;

    /// <summary>Puts blocks in the place of a frozen head.</summary>
    public void Insert_OnWriter(Write write, FrozenLogHead frozen)
    {
        if (_isDropped)
        {
            return;
        }

        var entries = InsertBlocks(write, frozen.Blocks);
        SealedSequence = frozen.Through;
        write.PutHead(new HeadRow(BlockKind.Logs, owner, SealedSequence, []));
        _contents = _contents with
        {
            Blocks = _contents.Blocks.AddRange(entries),
            Frozen = _contents.Frozen.Remove(frozen),
        };
    }

    /// <summary>Adds blocks whose events have never been in a head.</summary>
    /// <returns>What they hold of each stream.</returns>
    public IEnumerable<StreamShare> Import_OnWriter(Write write, IReadOnlyList<SealedBlock> blocks)
    {
        var entries = InsertBlocks(write, blocks);
        _contents = _contents with { Blocks = _contents.Blocks.AddRange(entries) };
        return entries.SelectMany(entry => entry.Shares.ToArray());
    }

    /// <summary>Takes in the index entry of a block at start-up.</summary>
    public LogBlockEntry Load(BlockRow row)
    {
        var entry = Entry(row);
        _contents = _contents with { Blocks = _contents.Blocks.Add(entry) };
        return entry;
    }

    /// <summary>Hides the events of a stream that has been deleted, and frees the blocks that have no other.</summary>
    public void DropStream_OnWriter(Write write, long streamId) =>
        Replace_OnWriter(write, _contents.Blocks.Select(block => block.Without(streamId)));

    /// <summary>Whether there is an unsealed request whose events are all before a timestamp.</summary>
    public bool HoldsBatchBefore(long time) => _contents.Batches.Any(batch => batch.LastTime < time);

    /// <summary>Whether there is a block whose events are all before a timestamp.</summary>
    public bool HoldsBlockBefore(long time) => _contents.Blocks.Any(block => block.LastTime < time);

    /// <summary>Frees the blocks whose events are all before a timestamp.</summary>
    /// <returns>What they held of each stream.</returns>
    public IReadOnlyList<StreamShare> DropBefore_OnWriter(Write write, long time)
    {
        var dropped = _contents.Blocks.Where(block => block.LastTime < time).ToList();
        if (dropped.Count > 0)
        {
            foreach (var block in dropped)
            {
                write.DeleteBlock(block.Row.Id);
            }

            _contents = _contents with { Blocks = _contents.Blocks.RemoveRange(dropped) };
        }

        return [.. dropped.SelectMany(block => block.Shares.ToArray())];
    }

    /// <summary>Frees everything, with the log group.</summary>
    public void Drop_OnWriter(Write write)
    {
        foreach (var block in _contents.Blocks)
        {
            write.DeleteBlock(block.Row.Id);
        }

        write.DeleteHead(BlockKind.Logs, owner);
        _contents = GroupContents.Empty();
        _isDropped = true;
    }

    List<LogBlockEntry> InsertBlocks(Write write, IReadOnlyList<SealedBlock> blocks)
    {
        var entries = new List<LogBlockEntry>(blocks.Count);
        foreach (var block in blocks)
        {
            var row = new BlockRow(
                write.NextSequence(),
                BlockKind.Logs,
                owner,
                block.FirstTime,
                block.LastTime,
                block.Count,
                block.DecodedBytes,
                block.Summary
            );
            var entry = Entry(row);
            if (!entry.Shares.IsEmpty)
            {
                write.InsertBlock(row, block.Body);
                entries.Add(entry);
            }
        }

        return entries;
    }

    LogBlockEntry Entry(BlockRow row) =>
        new(row, [.. BlockSummary.Decode(row.Summary).Where(share => streams.Exists(share.StreamId))], store);

    void Replace_OnWriter(Write write, IEnumerable<LogBlockEntry> entries)
    {
        var kept = ImmutableArray.CreateBuilder<LogBlockEntry>();
        foreach (var entry in entries)
        {
            if (entry.Shares.IsEmpty)
            {
                write.DeleteBlock(entry.Row.Id);
            }
            else
            {
                kept.Add(entry);
            }
        }

        _contents = _contents with { Blocks = kept.DrainToImmutable() };
    }

    /// <returns><c>null</c> when a block was no longer there.</returns>
    long? TrySum(GroupContents contents, long from)
    {
        var sum = 0L;
        foreach (var block in contents.Blocks.Where(block => block.LastTime >= from))
        {
            if (block.FirstTime >= from && !MayHoldFreed(block.FirstTime))
            {
                sum += block.StoredBytes;
            }
            else if (block.Open() is { } run)
            {
                sum += StoredBytes(run, from);
            }
            else
            {
                return null;
            }
        }

        return sum
            + contents
                .Batches.Where(batch => batch.LastTime >= from && streams.Exists(batch.StreamId))
                .Sum(batch =>
                    batch.FirstTime >= from && !MayHoldFreed(batch.FirstTime)
                        ? batch.StoredBytes
                        : StoredBytes(batch, from)
                );
    }

    bool IsFreed(StoredEvent stored)
    {
        foreach (var freed in _freed)
        {
            if (freed.Include(stored.Id))
            {
                return true;
            }
        }

        return false;
    }

    bool MayHoldFreed(long firstTime) => Array.Exists(_freed, freed => firstTime < freed.Before);

    long StoredBytes(EventRun run, long from)
    {
        var sum = 0L;
        for (var i = run.FirstAtOrAfter(EventId.Before(from)); i < run.Count; i++)
        {
            var stored = new StoredEvent(run, i);
            sum += streams.Exists(stored.StreamId) && !IsFreed(stored) ? stored.StoredBytes : 0;
        }

        return sum;
    }

    /// <summary>A reader that misses a block looks again; but then there must be something new to see.</summary>
    void RequireChanged(GroupContents seen)
    {
        if (ReferenceEquals(seen, _contents))
        {
            throw new InvalidDataException($"A block of log group {owner} is missing.");
        }
    }
}
