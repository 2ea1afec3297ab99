namespace Emulator.Storage;

/// <summary>Everything that is committed: of a database as it goes on, or as it was at one moment.</summary>
interface IStoredRows : IDisposable
{
    IEnumerable<MetaRow> Meta();

    /// <summary>All resources, in ascending order of kind, scope and name.</summary>
    IEnumerable<ResourceRow> Resources();

    IEnumerable<HeadRow> Heads();

    /// <summary>The index entries of all blocks, in ascending order of id.</summary>
    IEnumerable<BlockRow> Blocks();

    /// <summary>The journal, in ascending order of sequence.</summary>
    IEnumerable<JournalRow> Journal();

    /// <summary>The body of a block; <c>null</c> when there is no such block.</summary>
    byte[]? ReadBlock(long id);
}
