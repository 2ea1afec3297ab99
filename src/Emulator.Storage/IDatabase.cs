namespace Emulator.Storage;

/// <summary>Where committed state lies: a SQLite file, or memory for an ephemeral server.</summary>
/// <threadsafety>
/// <see cref="Commit"/>, <see cref="Upkeep"/> and <see cref="Snapshot"/> are called by one thread at a time; reading blocks is safe from any thread.
/// </threadsafety>
interface IDatabase : IStoredRows
{
    /// <summary>Makes all changes, in order, or none.</summary>
    void Commit(IReadOnlyList<Change> changes);

    /// <summary>What is committed now; later commits do not change it.</summary>
    IStoredRows Snapshot();

    /// <summary>Bytes that the database occupies.</summary>
    long Size { get; }

    /// <summary>Called by the writer after a batch, when its callers have been answered: the moment to tidy up.</summary>
    /// <param name="idle">Whether no other write is waiting.</param>
    void Upkeep(bool idle);
}
