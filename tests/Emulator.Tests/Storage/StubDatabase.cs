using System.Collections.Concurrent;
using Emulator.Storage;

namespace Emulator.Tests.Storage;

/// <summary>A database that keeps a list of its commits, and that can be made to wait or to fail.</summary>
sealed class StubDatabase : IDatabase
{
    readonly ConcurrentQueue<IReadOnlyList<Change>> _commits = new();
    Hold? _hold;
    int _running;

    public IReadOnlyCollection<IReadOnlyList<Change>> Commits => _commits;

    /// <summary>The greatest number of commits that ran at the same time.</summary>
    public int MostAtOnce { get; private set; }

    /// <summary>What every commit throws.</summary>
    public Exception? Failure { get; set; }

    /// <summary>What every upkeep throws.</summary>
    public Exception? UpkeepFailure { get; set; }

    /// <summary>Lets the next commit wait.</summary>
    public Hold HoldCommits() => _hold = new Hold();

    public void Commit(IReadOnlyList<Change> changes)
    {
        MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref _running));
        Interlocked.Exchange(ref _hold, null)?.Wait();
        if (Failure is not null)
        {
            throw Failure;
        }

        _commits.Enqueue([.. changes]);
        Interlocked.Decrement(ref _running);
    }

    public void Upkeep(bool idle)
    {
        if (UpkeepFailure is not null)
        {
            throw UpkeepFailure;
        }
    }

    public IStoredRows Snapshot() => throw new NotSupportedException();

    public IEnumerable<MetaRow> Meta() => [];

    public IEnumerable<ResourceRow> Resources() => [];

    public IEnumerable<HeadRow> Heads() => [];

    public IEnumerable<BlockRow> Blocks() => [];

    public IEnumerable<JournalRow> Journal() => [];

    public byte[]? ReadBlock(long id) => null;

    public long Size => 0;

    public void Dispose() { }

    public sealed class Hold : IDisposable
    {
        readonly ManualResetEventSlim _reached = new();
        readonly ManualResetEventSlim _released = new();

        public void WaitUntilReached() => _reached.Wait();

        public void Release() => _released.Set();

        public void Wait()
        {
            _reached.Set();
            _released.Wait();
        }

        public void Dispose()
        {
            _reached.Dispose();
            _released.Dispose();
        }
    }
}
