namespace Emulator.Storage;

/// <summary>Copies one database into another.</summary>
static class RowCopy
{
    /// <summary>The changes that make the same rows again; lazily, so that one block at a time is in memory.</summary>
    public static IEnumerable<Change> AsChanges(this IStoredRows rows) =>
        rows.Meta()
            .Select(row => (Change)new Change.PutMeta(row))
            .Concat(rows.Resources().Select(row => new Change.PutResource(row)))
            .Concat(rows.Heads().Select(row => new Change.PutHead(row)))
            .Concat(rows.Journal().Select(row => new Change.AppendJournal(row)))
            .Concat(rows.Blocks().Select(row => new Change.InsertBlock(row, BodyOf(rows, row))));

    static byte[] BodyOf(IStoredRows rows, BlockRow row) =>
        rows.ReadBlock(row.Id) ?? throw new InvalidOperationException($"Block {row.Id} has been deleted meanwhile.");
}
