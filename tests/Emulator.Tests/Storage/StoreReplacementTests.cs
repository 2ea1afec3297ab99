using Emulator.Storage;

namespace Emulator.Tests.Storage;

public sealed class StoreReplacementTests : IDisposable
{
    readonly StubDatabase _database = new();
    readonly Store _store;

    public StoreReplacementTests() => _store = Store.Over(_database);

    [Fact]
    public async Task A_replacement_that_cannot_be_committed_ends_the_store_as_any_failed_commit_does()
    {
        using var file = await EmptyFileAsync();
        _database.Failure = new IOException("disk full");

        await Assert.ThrowsAsync<StoreFailedException>(() => _store.ReplaceAsync(file));

        Assert.Equal("disk full", (await _store.Failed).Message);
    }

    [Fact]
    public async Task A_failure_of_the_successor_is_told_by_the_first_store_too()
    {
        using var file = await EmptyFileAsync();
        using var successor = await _store.ReplaceAsync(file);
        _database.Failure = new IOException("disk full");

        await Assert.ThrowsAsync<StoreFailedException>(() => successor.Write(write => write.PutMeta("key", [])));

        Assert.Equal("disk full", (await _store.Failed).Message);
    }

    public void Dispose() => _store.Dispose();

    static async Task<PortableFile> EmptyFileAsync()
    {
        using var store = Store.InMemory();
        using var file = new MemoryStream();
        await store.ExportAsync(file, TestContext.Current.CancellationToken);
        file.Position = 0;
        return await PortableFile.ReadAsync(file, TestContext.Current.CancellationToken);
    }
}
