using System.Collections.Concurrent;
using Emulator.Storage;

namespace Emulator.Services.Sealing;

/// <summary>Turns frozen heads into blocks in the background, and keeps the journal short by freezing the heads with the oldest entries.</summary>
/// <remarks><see cref="IJournaledState"/> explains the protocol.</remarks>
/// <threadsafety>Safe from any thread.</threadsafety>
public sealed class Sealer : IAsyncDisposable
{
    /// <summary>Above this many bytes of journal, heads are sealed until it is at <see cref="Enough"/>.</summary>
    const long TooMuch = 8L << 20;

    const long Enough = 6L << 20;

    /// <summary>Above this many bytes of journal, writes wait for the sealer: it cannot keep up.</summary>
    const long Overflow = 64L << 20;

    /// <summary>One write inserts at most this many heads or encoded bytes; bounds how long other writes wait.</summary>
    const int BatchHeads = 128;

    const long BatchBytes = 512 << 10;

    readonly Store _store;
    readonly IReadOnlyList<IJournaledState> _states;
    readonly ConcurrentQueue<IFrozenHead> _frozen = new();
    readonly SemaphoreSlim _wake = new(0, 1);
    readonly SemaphoreSlim _sealing = new(1, 1);
    readonly CancellationTokenSource _stop = new();
    readonly Task _loop;

    public Sealer(Store store, IReadOnlyList<IJournaledState> states)
    {
        _store = store;
        _states = states;
        _loop = Task.Run(LoopAsync);
    }

    /// <summary>Takes over a head that its owner has frozen because it was full. Called in the write that froze it.</summary>
    public void Add(IFrozenHead frozen)
    {
        _frozen.Enqueue(frozen);
        Wake();
    }

    /// <summary>To be awaited before a write of streamed data: wakes the sealer when the journal is long, waits for it when it is far too long.</summary>
    /// <exception cref="Exception">What has stopped the sealer.</exception>
    public ValueTask MakeRoomAsync()
    {
        if (_loop.IsCompleted)
        {
            return new ValueTask(_loop);
        }

        var bytes = _store.JournalBytes;
        if (bytes <= TooMuch)
        {
            return ValueTask.CompletedTask;
        }

        Wake();
        return bytes <= Overflow ? ValueTask.CompletedTask : new ValueTask(SealAsync(Enough));
    }

    /// <summary>Seals every head, so that the journal is empty unless writes go on meanwhile.</summary>
    public Task SealAllAsync() => SealAsync(keepBytes: 0);

    /// <summary>Drops the journal rows that no head needs any more. Called in a write.</summary>
    public void Trim(Write write) =>
        write.TrimJournal(_states.Select(state => state.FirstUnsealedSequence).DefaultIfEmpty(long.MaxValue).Min());

    public async ValueTask DisposeAsync()
    {
        if (_stop.IsCancellationRequested)
        {
            return;
        }

        await _stop.CancelAsync();
        await _loop.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _sealing.WaitAsync();
        _stop.Dispose();
        _wake.Dispose();
        _sealing.Dispose();
    }

    async Task LoopAsync()
    {
        try
        {
            while (true)
            {
                await _wake.WaitAsync(_stop.Token);
                await SealAsync(_store.JournalBytes > TooMuch ? Enough : long.MaxValue);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Disposed.
        }
    }

    void Wake()
    {
        lock (_wake)
        {
            if (_wake.CurrentCount == 0)
            {
                _wake.Release();
            }
        }
    }

    /// <summary>Freezes heads until the journal could be cut to some bytes, then inserts all that is frozen and cuts it.</summary>
    async Task SealAsync(long keepBytes)
    {
        await _sealing.WaitAsync();
        try
        {
            if (_store.JournalBytes > keepBytes)
            {
                await _store.Write(write => Freeze_OnWriter(write, write.LastJournalBeyond(keepBytes)));
                await InsertBatchAsync();
            }

            while (!_frozen.IsEmpty)
            {
                await InsertBatchAsync();
            }
        }
        finally
        {
            _sealing.Release();
        }
    }

    void Freeze_OnWriter(Write write, long through)
    {
        foreach (var frozen in _states.SelectMany(state => state.Freeze(write, through)))
        {
            _frozen.Enqueue(frozen);
        }
    }

    async Task InsertBatchAsync()
    {
        var batch = new List<IFrozenHead>();
        var bytes = 0L;
        while (batch.Count < BatchHeads && bytes < BatchBytes && _frozen.TryDequeue(out var frozen))
        {
            bytes += frozen.Encode();
            batch.Add(frozen);
        }

        await _store.Write(write =>
        {
            foreach (var frozen in batch)
            {
                frozen.Insert(write);
            }

            if (_frozen.IsEmpty)
            {
                Trim(write);
            }
        });
    }
}
