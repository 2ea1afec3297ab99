namespace Emulator.Storage;

/// <summary>Where committed state lies: a SQLite file, or memory for an ephemeral server.</summary>
/// <threadsafety><see cref="Commit"/> is called by one thread at a time; reading blocks is safe from any thread.</threadsafety>
interface IDatabase : IDisposable
{
    /// <summary>Makes all changes, in order, or none.</summary>
    void Commit(IReadOnlyList<Change> changes);

    IEnumerable<MetaRow> Meta();

    /// <summary>All resources, in ascending order of kind, scope and name.</summary>
    IEnumerable<ResourceRow> Resources();

    IEnumerable<HeadRow> Heads();

    /// <summary>The index entries of all blocks, in ascending order of id.</summary>
    IEnumerable<BlockRow> Blocks();

    /// <summary>The journal, in ascending order of sequence.</summary>
    IEnumerable<JournalRow> Journal();

    /// <summary>The body of a block; <c>null</c> when it has been deleted meanwhile.</summary>
    byte[]? ReadBlock(long id);

    /// <summary>Bytes that the database occupies.</summary>
    long Size { get; }

    /// <summary>Called by the writer after a batch, when its callers have been answered: the moment to tidy up.</summary>
    /// <param name="idle">Whether no other write is waiting.</param>
    void Upkeep(bool idle);
}
