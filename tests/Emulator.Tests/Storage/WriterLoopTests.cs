using Emulator.Storage;

namespace Emulator.Tests.Storage;

public sealed class WriterLoopTests : IDisposable
{
    readonly StubDatabase _database = new();
    readonly Store _store;

    public WriterLoopTests() => _store = Store.Over(_database);

    [Fact]
    public async Task Writes_that_wait_for_a_commit_are_committed_together()
    {
        using var hold = _database.HoldCommits();
        var first = Task.Run(() => _store.Write(PutMeta), TestContext.Current.CancellationToken);
        hold.WaitUntilReached();
        var waiting = Enumerable.Range(0, 100).Select(_ => _store.Write(PutMeta)).ToList();

        hold.Release();
        await Task.WhenAll([first, .. waiting]);

        Assert.Equal([1, 100], _database.Commits.Select(changes => changes.Count));
    }

    [Fact]
    public async Task A_write_is_not_acknowledged_before_its_commit_is_done()
    {
        using var hold = _database.HoldCommits();
        var write = Task.Run(() => _store.Write(PutMeta), TestContext.Current.CancellationToken);
        hold.WaitUntilReached();

        var before = write.IsCompleted;
        hold.Release();
        await write;

        Assert.False(before);
    }

    [Fact]
    public async Task A_write_that_changes_nothing_costs_no_commit()
    {
        await _store.Write(_ => { });

        Assert.Empty(_database.Commits);
    }

    [Fact]
    public async Task A_commit_that_fails_fails_its_writes_and_all_later_ones()
    {
        _database.Failure = new IOException("disk full");
        var ran = false;

        var failed = await Assert.ThrowsAsync<StoreFailedException>(() => _store.Write(PutMeta));
        _database.Failure = null;
        var later = await Assert.ThrowsAsync<StoreFailedException>(() => _store.Write(_ => ran = true));

        Assert.Equal("The data directory can no longer be written: disk full", failed.Message);
        Assert.Equal(failed.Message, later.Message);
        Assert.False(ran);
        Assert.Empty(_database.Commits);
        Assert.IsType<IOException>(await _store.Failed);
    }

    [Fact]
    public async Task A_refused_write_keeps_its_own_error_when_the_commit_of_its_batch_fails()
    {
        using var hold = _database.HoldCommits();
        var first = Task.Run(() => _store.Write(PutMeta), TestContext.Current.CancellationToken);
        hold.WaitUntilReached();
        var refused = _store.Write(_ => throw new InvalidOperationException());
        var unlucky = _store.Write(write =>
        {
            PutMeta(write);
            _database.Failure = new IOException();
        });

        hold.Release();

        await first;
        await Assert.ThrowsAsync<InvalidOperationException>(() => refused);
        await Assert.ThrowsAsync<StoreFailedException>(() => unlucky);
    }

    [Fact]
    public async Task Upkeep_that_fails_stops_the_store_but_not_the_write_before_it()
    {
        _database.UpkeepFailure = new IOException("disk full");

        await _store.Write(PutMeta);

        await Assert.ThrowsAsync<StoreFailedException>(() => _store.Write(PutMeta));
    }

    [Fact]
    public async Task Many_callers_never_commit_at_the_same_time()
    {
        var sum = 0;

        await Parallel.ForEachAsync(
            Enumerable.Range(0, 2000),
            TestContext.Current.CancellationToken,
            async (i, _) =>
                await _store.Write(write =>
                {
                    sum += i;
                    PutMeta(write);
                })
        );

        Assert.Equal(2000 * 1999 / 2, sum);
        Assert.Equal(2000, _database.Commits.Sum(changes => changes.Count));
        Assert.Equal(1, _database.MostAtOnce);
    }

    public void Dispose() => _store.Dispose();

    static void PutMeta(Write write) => write.PutMeta("key", []);
}
