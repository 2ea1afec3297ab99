namespace Emulator.Storage;

/// <summary>The effects of one write; handed to the delegate of <see cref="Store.Write{T}"/> and good only inside it.</summary>
/// <remarks>
/// Check first, then change: a delegate that throws must not have called any method here. What it changes in memory is seen by readers at once
/// and acknowledged when the batch is committed.
/// </remarks>
public sealed class Write
{
    readonly List<Change> _changes = [];
    long _sequence;

    internal Write(long lastSequence) => _sequence = lastSequence;

    internal List<Change> Changes => _changes;

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

    public void PutHead(HeadRow row) => _changes.Add(new Change.PutHead(row));

    public void DeleteHead(BlockKind kind, long owner) => _changes.Add(new Change.DeleteHead(kind, owner));

    /// <summary>Adds a sealed block. Its <see cref="BlockRow.Id"/> comes from <see cref="NextSequence"/>.</summary>
    public void InsertBlock(BlockRow row, byte[] body) => _changes.Add(new Change.InsertBlock(row, body));

    public void DeleteBlock(long id) => _changes.Add(new Change.DeleteBlock(id));

    /// <summary>Sets a value of the emulator itself, such as the state of the clock.</summary>
    public void PutMeta(string key, byte[] value) => _changes.Add(new Change.PutMeta(key, value));
}
