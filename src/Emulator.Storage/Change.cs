namespace Emulator.Storage;

/// <summary>One change to the database; a commit is a list of them, all or none.</summary>
abstract record Change
{
    public sealed record PutResource(ResourceRow Row) : Change;

    public sealed record DeleteResource(string Kind, string Scope, string Name) : Change;

    public sealed record AppendJournal(JournalRow Row) : Change;

    /// <summary>Drops journal rows before a sequence.</summary>
    public sealed record TrimJournal(long Before) : Change;

    public sealed record PutHead(HeadRow Row) : Change;

    public sealed record DeleteHead(BlockKind Kind, long Owner) : Change;

    public sealed record InsertBlock(BlockRow Row, byte[] Body) : Change;

    public sealed record DeleteBlock(long Id) : Change;

    /// <summary>Deletes everything and puts other rows in its place.</summary>
    public sealed record Replace(IStoredRows Rows) : Change;

    public sealed record PutMeta(MetaRow Row) : Change;
}
