using Emulator.Storage.Sqlite;

namespace Emulator.Storage;

/// <summary>The emulator's committed state: resources, journal, heads and blocks, behind a single writer.</summary>
/// <threadsafety>Safe from any thread. Load methods are for start-up, before the first write.</threadsafety>
public sealed class Store : IDisposable
{
    readonly IDatabase _database;
    readonly WriterLoop _writer;
    readonly BlockCache _cache;
    readonly StoreOptions _options;
    readonly TaskCompletionSource<Exception> _failed;
    volatile bool _isReplaced;

    Store(IDatabase database, StoreOptions options, TaskCompletionSource<Exception>? failed = null)
    {
        _failed = failed ?? new TaskCompletionSource<Exception>(TaskCreationOptions.RunContinuationsAsynchronously);
        _database = database;
        _options = options;
        _cache = new BlockCache(options.CacheBytes);
        _writer = new WriterLoop(database, _failed);
    }

    /// <summary>Opens the store of a data directory; makes it when it does not exist.</summary>
    /// <exception cref="DataDirectoryException">
    /// The directory cannot be used: in use, not writable, from a newer version, damaged. The message says which; nothing has been changed.
    /// </exception>
    public static Store Open(string directory, StoreOptions? options = null)
    {
        options ??= new StoreOptions();
        var database = SqliteDatabase.Open(directory, options.Durability);
        try
        {
            return new Store(database, options);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>Opens a store that lasts as long as the process.</summary>
    public static Store InMemory(StoreOptions? options = null) =>
        new(new MemoryDatabase(), options ?? new StoreOptions());

    /// <summary>Opens a second store over what a first one has committed: a restart, for tests.</summary>
    internal static Store Over(IDatabase database, StoreOptions? options = null) =>
        new(database, options ?? new StoreOptions());

    /// <summary>Whether what is committed outlasts the process.</summary>
    public bool IsDurable => _database is not MemoryDatabase;

    /// <summary>Completes when a commit has failed, of this store or of one that has taken its place; no write is taken from then on.</summary>
    public Task<Exception> Failed => _failed.Task;

    /// <summary>Bytes that the database occupies.</summary>
    public long Size => _database.Size;

    /// <summary>Bytes in the journal: what a restart would have to replay.</summary>
    public long JournalBytes => _writer.Journal.Bytes;

    /// <summary>Runs a write after all earlier ones and completes when it is committed.</summary>
    /// <param name="action">Checks, then changes. Runs alone; must be short and must not block.</param>
    /// <exception cref="StoreFailedException">The write could not be committed.</exception>
    public Task<T> Write<T>(Func<Write, T> action) => _writer.Run(action);

    /// <inheritdoc cref="Write{T}(Func{Storage.Write, T})"/>
    public Task Write(Action<Write> action) =>
        _writer.Run<object?>(write =>
        {
            action(write);
            return null;
        });

    /// <summary>Writes everything that is committed at one moment as a <see cref="PortableFile"/>.</summary>
    public async Task ExportAsync(Stream destination, CancellationToken cancel = default)
    {
        using var rows = await Write(_ => _database.Snapshot());
        await PortableFile.WriteAsync(rows, destination, cancel);
    }

    /// <summary>Puts what a file holds in the place of everything, in one commit. This store is then at its end: it refuses all writes.</summary>
    /// <returns>The store to go on with.</returns>
    /// <exception cref="StoreFailedException">The commit has failed; the next start finds what was there before.</exception>
    public async Task<Store> ReplaceAsync(PortableFile file)
    {
        try
        {
            await Write(write =>
            {
                _isReplaced = true;
                _writer.Stop(new ReplacedException());
                write.Replace(file.Rows);
            });
        }
        catch (StoreFailedException)
        {
            _isReplaced = false;
            throw;
        }

        return new Store(_database, _options, _failed);
    }

    public IEnumerable<ResourceRow> LoadResources() => _database.Resources();

    public IEnumerable<HeadRow> LoadHeads() => _database.Heads();

    public IEnumerable<BlockRow> LoadBlocks() => _database.Blocks();

    public IEnumerable<JournalRow> LoadJournal()
    {
        _writer.Journal.Clear();
        foreach (var row in _database.Journal())
        {
            _writer.Journal.Append(row.Sequence, row.Body.Length);
            yield return row;
        }
    }

    public byte[]? LoadMeta(string key) => _database.Meta().FirstOrDefault(row => row.Key == key)?.Value;

    /// <summary>A sealed block, decoded; from the cache when it is there.</summary>
    /// <param name="decode">Decodes a body.</param>
    /// <returns>
    /// <c>null</c> when the block has been deleted meanwhile: by retention, or because another block has taken its place. Look at the index again.
    /// </returns>
    public T? ReadBlock<T>(BlockRow row, Func<byte[], T> decode)
        where T : class
    {
        if (_cache.Find<T>(row.Id) is { } cached)
        {
            return cached;
        }

        // In this order: a block leaves the uncommitted ones when the database has it.
        if ((_writer.UncommittedBlock(row.Id) ?? _database.ReadBlock(row.Id)) is not { } body)
        {
            return null;
        }

        if (_isReplaced)
        {
            // The block of another store has the same number.
            throw new StoreFailedException(new ReplacedException());
        }

        var block = decode(body);
        _cache.Add(row.Id, block, row.RawBytes);
        return block;
    }

    public void Dispose()
    {
        _cache.Dispose();
        if (!_isReplaced)
        {
            _database.Dispose();
        }
    }

    sealed class ReplacedException() : Exception("an import has put something else in its place");
}

/// <summary>How a store is kept.</summary>
public sealed record StoreOptions
{
    /// <summary>Bytes of decoded blocks kept in memory; default 256 MiB.</summary>
    public long CacheBytes { get; init; } = 256L << 20;

    /// <summary>What an acknowledged write survives, for a store in a directory.</summary>
    public Durability Durability { get; init; } = Durability.ProcessCrash;
}

/// <summary>What an acknowledged write survives.</summary>
public enum Durability
{
    /// <summary>The end of the process, however it ends.</summary>
    ProcessCrash,

    /// <summary>Also the end of the machine: every commit waits for the disk.</summary>
    PowerLoss,
}
