using System.Collections.Concurrent;

namespace Emulator.Storage;

/// <summary>Keeps committed state for the life of the process: an ephemeral server, and restarts within a test.</summary>
sealed class MemoryDatabase : IDatabase
{
    readonly ConcurrentDictionary<(string Kind, string Scope, string Name), ResourceRow> _resources = new();
    readonly ConcurrentDictionary<(BlockKind Kind, long Owner), HeadRow> _heads = new();
    readonly ConcurrentDictionary<long, (BlockRow Row, byte[] Body)> _blocks = new();
    readonly ConcurrentDictionary<string, MetaRow> _meta = new();
    readonly Queue<JournalRow> _journal = new();

    public void Commit(IReadOnlyList<Change> changes)
    {
        foreach (var change in changes)
        {
            Apply(change);
        }
    }

    void Replace(IStoredRows rows)
    {
        _meta.Clear();
        _resources.Clear();
        _heads.Clear();
        _journal.Clear();
        _blocks.Clear();
        foreach (var change in rows.AsChanges())
        {
            Apply(change);
        }
    }

    void Apply(Change change)
    {
        switch (change)
        {
            case Change.PutResource(var row):
                _resources[(row.Kind, row.Scope, row.Name)] = row;
                break;
            case Change.DeleteResource(var kind, var scope, var name):
                _resources.TryRemove((kind, scope, name), out _);
                break;
            case Change.AppendJournal(var row):
                _journal.Enqueue(row);
                break;
            case Change.TrimJournal(var before):
                while (_journal.TryPeek(out var oldest) && oldest.Sequence < before)
                {
                    _journal.Dequeue();
                }

                break;
            case Change.PutHead(var row):
                _heads[(row.Kind, row.Owner)] = row;
                break;
            case Change.DeleteHead(var kind, var owner):
                _heads.TryRemove((kind, owner), out _);
                break;
            case Change.InsertBlock(var row, var body):
                _blocks[row.Id] = (row, body);
                break;
            case Change.DeleteBlock(var id):
                _blocks.TryRemove(id, out _);
                break;
            case Change.PutMeta(var row):
                _meta[row.Key] = row;
                break;
            case Change.Replace(var rows):
                Replace(rows);
                break;
        }
    }

    public IStoredRows Snapshot()
    {
        var copy = new MemoryDatabase();
        copy.Commit([new Change.Replace(this)]);
        return copy;
    }

    public IEnumerable<MetaRow> Meta() => _meta.Values;

    public IEnumerable<ResourceRow> Resources() =>
        _resources
            .Values.OrderBy(row => row.Kind, StringComparer.Ordinal)
            .ThenBy(row => row.Scope, StringComparer.Ordinal)
            .ThenBy(row => row.Name, StringComparer.Ordinal);

    public IEnumerable<HeadRow> Heads() => _heads.Values;

    public IEnumerable<BlockRow> Blocks() => _blocks.Values.Select(block => block.Row).OrderBy(row => row.Id);

    public IEnumerable<JournalRow> Journal() => _journal;

    public byte[]? ReadBlock(long id) => _blocks.TryGetValue(id, out var block) ? block.Body : null;

    public long Size =>
        _blocks.Values.Sum(block => (long)block.Body.Length) + _journal.Sum(row => (long)row.Body.Length);

    public void Upkeep(bool idle) { }

    public void Dispose() { }
}
