using System.Collections.Concurrent;

namespace Emulator.Storage;

/// <summary>The effects of one write; handed to the delegate of <see cref="Store.Write{T}"/> and good only inside it.</summary>
/// <remarks>
/// Check first, then change: a delegate that throws must not have called any method here. What it changes in memory is seen by readers at once
/// and acknowledged when the batch is committed.
/// </remarks>
public sealed class Write
{
    readonly List<Change> _changes = [];
    readonly ConcurrentDictionary<long, byte[]> _uncommittedBlocks = new();
    readonly JournalLevel _journal;
    long _sequence;

    internal Write(long lastSequence, JournalLevel journal)
    {
        _sequence = lastSequence;
        _journal = journal;
    }

    internal List<Change> Changes => _changes;

    /// <summary>The body of a block that has been inserted and not yet committed. Safe from any thread.</summary>
    internal byte[]? UncommittedBlock(long id) => _uncommittedBlocks.GetValueOrDefault(id);

    /// <summary>Takes back all changes but the first ones.</summary>
    internal void Undo(int keep)
    {
        foreach (var change in _changes.Skip(keep).OfType<Change.InsertBlock>())
        {
            _uncommittedBlocks.TryRemove(change.Row.Id, out _);
        }

        _changes.RemoveRange(keep, _changes.Count - keep);
    }

    /// <summary>Starts over after a commit.</summary>
    internal void Committed()
    {
        foreach (var change in _changes)
        {
            switch (change)
            {
                case Change.AppendJournal(var row):
                    _journal.Append(row.Sequence, row.Body.Length);
                    break;
                case Change.TrimJournal(var before):
                    _journal.Trim(before);
                    break;
                case Change.InsertBlock(var row, _):
                    _uncommittedBlocks.TryRemove(row.Id, out _);
                    break;
            }
        }

        _changes.Clear();
    }

    /// <summary>The last number given out by <see cref="NextSequence"/>.</summary>
    public long LastSequence => _sequence;

    /// <summary>A number greater than every one before it, over restarts too: for ids and for the order of events.</summary>
    public long NextSequence() => ++_sequence;

    public void PutResource(ResourceRow row) => _changes.Add(new Change.PutResource(row));

    public void DeleteResource(string kind, string scope, string name) =>
        _changes.Add(new Change.DeleteResource(kind, scope, name));

    /// <summary>Appends to the journal.</summary>
    /// <param name="sequence">From <see cref="NextSequence"/>, in this write.</param>
    /// <param name="body">Not to be changed afterwards.</param>
    public void Journal(long sequence, JournalKind kind, byte[] body) =>
        _changes.Add(new Change.AppendJournal(new JournalRow(sequence, kind, body)));

    /// <summary>Drops the journal before a sequence: everything older is in blocks.</summary>
    public void TrimJournal(long before) => _changes.Add(new Change.TrimJournal(before));

    /// <summary>The last journal row that would have to go for the journal to hold at most some bytes; 0 when none.</summary>
    public long LastJournalBeyond(long bytes) => _journal.LastBeyond(bytes);

    public void PutHead(HeadRow row) => _changes.Add(new Change.PutHead(row));

    public void DeleteHead(BlockKind kind, long owner) => _changes.Add(new Change.DeleteHead(kind, owner));

    /// <summary>Adds a sealed block, which <see cref="Store.ReadBlock{T}"/> finds from now on.</summary>
    /// <param name="row">Its <see cref="BlockRow.Id"/> comes from <see cref="NextSequence"/>.</param>
    public void InsertBlock(BlockRow row, byte[] body)
    {
        _uncommittedBlocks[row.Id] = body;
        _changes.Add(new Change.InsertBlock(row, body));
    }

    public void DeleteBlock(long id) => _changes.Add(new Change.DeleteBlock(id));

    /// <summary>Puts other rows in the place of everything. Must be the last thing that is ever written through a store.</summary>
    internal void Replace(IStoredRows rows) => _changes.Add(new Change.Replace(rows));

    /// <summary>Sets a value of the emulator itself, such as the state of the clock.</summary>
    public void PutMeta(string key, byte[] value) => _changes.Add(new Change.PutMeta(new MetaRow(key, value)));
}
