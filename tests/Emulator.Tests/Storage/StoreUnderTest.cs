using Emulator.Storage;

namespace Emulator.Tests.Storage;

/// <summary>A store over some database, to be reopened and thrown away.</summary>
public abstract class StoreUnderTest : IDisposable
{
    private protected const int CacheBytes = 10_000;

    private protected static readonly byte[] Body = [1, 2, 3];

    Store? _store;

    private protected static StoreOptions Options => new() { CacheBytes = CacheBytes };

    private protected Store Store
    {
        get => _store ??= Open();
        set => _store = value;
    }

    public void Dispose()
    {
        _store?.Dispose();
        Delete();
        GC.SuppressFinalize(this);
    }

    /// <summary>Opens a store over what the last one has left.</summary>
    private protected abstract Store Open();

    private protected virtual void Delete() { }

    private protected void Reopen()
    {
        _store?.Dispose();
        _store = Open();
    }

    private protected static ResourceRow Resource(string name) => new("kind", "scope", name, Body);

    private protected static BlockRow Block(long id) => new(id, BlockKind.Logs, 1, 0, 0, 1, 100, []);
}
