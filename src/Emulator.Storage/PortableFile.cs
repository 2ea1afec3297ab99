using Emulator.Storage.Sqlite;

namespace Emulator.Storage;

/// <summary>A file with everything that a store holds, to be kept or carried to another emulator; docs/formats/export.md describes it.</summary>
/// <remarks>It is a database of its own, so that it needs neither a second format nor second rules for older versions.</remarks>
public sealed class PortableFile : IDisposable
{
    /// <summary>How many changes are written at a time: the log of the new database stays short.</summary>
    const int ChunkLength = 64;

    readonly DirectoryInfo _directory;
    readonly SqliteDatabase _database;

    PortableFile(DirectoryInfo directory, SqliteDatabase database)
    {
        _directory = directory;
        _database = database;
    }

    internal IStoredRows Rows => _database;

    /// <summary>Takes in a file and checks every row of it.</summary>
    /// <exception cref="DataDirectoryException">It is no export, of a newer version, or damaged.</exception>
    public static async Task<PortableFile> ReadAsync(Stream source, CancellationToken cancel = default)
    {
        var directory = Directory.CreateTempSubdirectory("emulator-");
        try
        {
            await using (var file = File.Create(PathIn(directory)))
            {
                await source.CopyToAsync(file, cancel);
            }

            return new PortableFile(directory, OpenChecked(directory, cancel));
        }
        catch (CorruptionException error)
        {
            // The copy that it names is gone already.
            directory.Delete(recursive: true);
            throw new DataDirectoryException($"The file is damaged: {error.What}.", error);
        }
        catch
        {
            directory.Delete(recursive: true);
            throw;
        }
    }

    /// <summary>Writes rows as such a file.</summary>
    internal static async Task WriteAsync(IStoredRows rows, Stream destination, CancellationToken cancel)
    {
        var directory = Directory.CreateTempSubdirectory("emulator-");
        try
        {
            Save(rows, directory, cancel);
            await using var file = File.OpenRead(PathIn(directory));
            await file.CopyToAsync(destination, cancel);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    public void Dispose()
    {
        _database.Dispose();
        _directory.Delete(recursive: true);
    }

    static string PathIn(DirectoryInfo directory) => Path.Combine(directory.FullName, SqliteDatabase.FileName);

    static SqliteDatabase OpenChecked(DirectoryInfo directory, CancellationToken cancel)
    {
        var database = SqliteDatabase.Open(directory.FullName, Durability.ProcessCrash, create: false);
        try
        {
            foreach (var _ in database.AsChanges())
            {
                // Reading a row checks it.
                cancel.ThrowIfCancellationRequested();
            }

            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    static void Save(IStoredRows rows, DirectoryInfo directory, CancellationToken cancel)
    {
        using var database = SqliteDatabase.Open(directory.FullName, Durability.ProcessCrash);
        foreach (var changes in rows.AsChanges().Chunk(ChunkLength))
        {
            cancel.ThrowIfCancellationRequested();
            database.Commit(changes);
            database.Upkeep(idle: false);
        }
    }
}
