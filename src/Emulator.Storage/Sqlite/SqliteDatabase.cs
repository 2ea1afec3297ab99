using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Emulator.Storage.Sqlite;

/// <summary>Keeps committed state in the file <c>emulator.db</c> of a data directory; docs/formats/database.md describes it.</summary>
/// <remarks>
/// One connection writes and checkpoints. All others are read-only: with two that checkpoint, SQLite before 3.51.3 can corrupt the file.
/// </remarks>
sealed class SqliteDatabase : IDatabase
{
    /// <summary>The name of the database in its directory.</summary>
    public const string FileName = "emulator.db";

    /// <summary>How many pages the write-ahead log may hold before it is copied into the database.</summary>
    /// <remarks>
    /// A checkpoint waits for the disk, and most pages of the journal are written again soon: with 4 MiB, half the writer's time went into
    /// checkpoints. A start after a crash has to read the log, some 20 ms for 16 MiB.
    /// </remarks>
    const int LogPages = (16 << 20) / Schema.PageSize;

    /// <summary>How many free pages are kept for what is written next.</summary>
    const int SparePages = (16 << 20) / Schema.PageSize;

    /// <summary>How many free pages go back to the file system in one go.</summary>
    const int ShrinkPages = (1 << 20) / Schema.PageSize;

    readonly IDisposable _lock;
    readonly string _file;
    readonly ReaderPool _readers;
    readonly SqliteConnection _writer;
    readonly ChangeWriter _changes;
    int _logPages;

    SqliteDatabase(IDisposable directoryLock, string file, ReaderPool readers, SqliteConnection writer)
    {
        _lock = directoryLock;
        _file = file;
        _readers = readers;
        _writer = writer;
        _changes = new ChangeWriter(writer);
    }

    /// <summary>Opens the database of a directory.</summary>
    /// <param name="create">Whether to make the directory and the database when they do not exist.</param>
    /// <exception cref="DataDirectoryException">It cannot be used; nothing in it has been changed.</exception>
    public static SqliteDatabase Open(string directory, Durability durability, bool create = true)
    {
        var directoryLock = DirectoryLock.Take(directory);
        var file = Path.Combine(directory, FileName);
        var readers = new ReaderPool(file);
        try
        {
            if (Schema.Exists(file))
            {
                var reader = readers.Rent();
                readers.Return(reader);
                Schema.Check(reader, mayBeNew: create);
            }
            else if (!create)
            {
                throw Schema.NotOurs(file);
            }

            return new SqliteDatabase(directoryLock, file, readers, OpenWriter(file, durability));
        }
        catch (Exception cause)
        {
            readers.Dispose();
            directoryLock.Dispose();
            if (cause is SqliteException error)
            {
                throw Connections.Describe(error, file);
            }

            throw;
        }
    }

    public void Commit(IReadOnlyList<Change> changes) => _changes.Commit(changes);

    public IStoredRows Snapshot()
    {
        var reader = new DatabaseReader(_file);
        reader.Connection.Run("BEGIN");
        // The transaction starts with its first read.
        reader.Connection.Integer("PRAGMA user_version");
        return reader;
    }

    public IEnumerable<MetaRow> Meta() => Read(reader => reader.Meta());

    public IEnumerable<ResourceRow> Resources() => Read(reader => reader.Resources());

    public IEnumerable<HeadRow> Heads() => Read(reader => reader.Heads());

    public IEnumerable<BlockRow> Blocks() => Read(reader => reader.Blocks());

    public IEnumerable<JournalRow> Journal() => Read(reader => reader.Journal());

    public byte[]? ReadBlock(long id) => Read(reader => reader.ReadBlock(id));

    public long Size => Schema.LengthOf(_file) + Schema.LengthOf(_file + "-wal");

    public void Upkeep(bool idle)
    {
        _logPages += TakeWrittenPages();
        if (_logPages >= LogPages)
        {
            Checkpoint();
        }

        if (idle && _changes.HasFreedPages)
        {
            Shrink();
        }
    }

    public void Dispose()
    {
        // The writer last: then it is the last connection, which copies the log into the database and removes it.
        _readers.Dispose();
        _changes.Dispose();
        _writer.Dispose();
        _lock.Dispose();
    }

    static SqliteConnection OpenWriter(string file, Durability durability)
    {
        var writer = Connections.Open(file, SqliteOpenMode.ReadWriteCreate);
        try
        {
            writer.Run(
                $"PRAGMA page_size = {Schema.PageSize}; PRAGMA auto_vacuum = INCREMENTAL; PRAGMA wal_autocheckpoint = 0;"
            );
            writer.Run($"PRAGMA synchronous = {(durability == Durability.PowerLoss ? "FULL" : "NORMAL")}");
            var mode = writer.Text("PRAGMA journal_mode = WAL");
            if (mode != "wal" || raw.sqlite3_db_readonly(writer.Handle, "main") != 0)
            {
                throw new DataDirectoryException(
                    $"'{file}' cannot be written: the file or its file system does not allow it."
                );
            }

            Schema.Migrate(writer);
            return writer;
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }

    T Read<T>(Func<DatabaseReader, T> read)
    {
        var reader = _readers.Rent();
        try
        {
            return read(reader);
        }
        catch (SqliteException cause)
        {
            throw Connections.Describe(cause, _file);
        }
        finally
        {
            _readers.Return(reader);
        }
    }

    /// <summary>How many pages have been written to the log since the last call.</summary>
    int TakeWrittenPages()
    {
        raw.sqlite3_db_status(_writer.Handle, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var pages, out _, resetFlg: 1);
        return pages;
    }

    /// <summary>Copies the log into the database, except for what a reader still needs of it: that waits for the next time.</summary>
    void Checkpoint()
    {
        var result = raw.sqlite3_wal_checkpoint_v2(_writer.Handle, "main", raw.SQLITE_CHECKPOINT_PASSIVE, out _, out _);
        SqliteException.ThrowExceptionForRC(result, _writer.Handle);
        _logPages = 0;
    }

    void Shrink()
    {
        _changes.HasFreedPages = _writer.Integer("PRAGMA freelist_count") > SparePages;
        if (_changes.HasFreedPages)
        {
            _writer.Run($"PRAGMA incremental_vacuum({ShrinkPages})");
        }
    }
}
