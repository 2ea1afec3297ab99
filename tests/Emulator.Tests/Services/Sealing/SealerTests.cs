using Emulator.Services.Sealing;
using Emulator.Storage;

namespace Emulator.Tests.Services.Sealing;

public sealed class SealerTests : IAsyncDisposable
{
    const int Mebibyte = 1 << 20;

    readonly MemoryDatabase _database = new();
    readonly Store _store;
    readonly Tally _tally = new();
    readonly Sealer _sealer;

    public SealerTests()
    {
        _store = Store.Over(_database);
        _sealer = new Sealer(_store, [_tally]);
    }

    [Fact]
    public async Task Sealing_all_moves_every_entry_into_blocks_and_empties_the_journal()
    {
        await _tally.Add(_store, owner: 1, number: 10);
        await _tally.Add(_store, owner: 2, number: 20);
        await _tally.Add(_store, owner: 1, number: 11);

        await _sealer.SealAllAsync();

        Assert.Equal([10, 11], _tally.Numbers(_store, 1));
        Assert.Equal([20], _tally.Numbers(_store, 2));
        Assert.Equal(2, _tally.Blocks);
        Assert.Equal(0, _store.JournalBytes);
        Assert.Empty(_database.Journal());
    }

    [Fact]
    public async Task A_journal_of_eight_mebibytes_is_left_alone()
    {
        await _tally.Add(_store, owner: 1, number: 1, 8 * Mebibyte - 16);
        await _tally.Add(_store, owner: 2, number: 2, 16, fullTo: _sealer);

        await _sealer.MakeRoomAsync();
        await UntilAsync(() => _tally.Blocks == 1);

        Assert.Equal(8 * Mebibyte, _store.JournalBytes);
        Assert.Empty(_tally.Frozen);
    }

    [Fact]
    public async Task A_longer_journal_is_cut_to_six_mebibytes_by_sealing_the_heads_with_the_oldest_entries()
    {
        await _tally.Add(_store, owner: 7, number: 1, Mebibyte);
        await _tally.Add(_store, owner: 3, number: 2, Mebibyte);
        await _tally.Add(_store, owner: 5, number: 3, Mebibyte);
        for (var i = 0; i < 6; i++)
        {
            await _tally.Add(_store, owner: 9, number: i, Mebibyte);
        }

        await _sealer.MakeRoomAsync();
        await UntilAsync(() => _store.JournalBytes <= 6 * Mebibyte);

        Assert.Equal([3, 5, 7], _tally.Frozen.Order());
        Assert.Equal(6, _database.Journal().Count());
    }

    [Fact]
    public async Task A_journal_that_overflows_makes_the_next_write_wait_for_the_sealer()
    {
        for (var i = 0; i < 65; i++)
        {
            await _tally.Add(_store, owner: i, number: i, Mebibyte);
        }

        await _sealer.MakeRoomAsync();

        Assert.Equal(6 * Mebibyte, _store.JournalBytes);
    }

    [Fact]
    public async Task A_head_that_its_owner_froze_is_inserted_without_being_asked_for()
    {
        await _tally.Add(_store, owner: 1, number: 10, fullTo: _sealer);
        await _tally.Add(_store, owner: 1, number: 11);

        await UntilAsync(() => _tally.Blocks == 1);

        Assert.Equal([10, 11], _tally.Numbers(_store, 1));
    }

    [Fact]
    public async Task Rows_stay_in_the_journal_while_another_head_needs_them()
    {
        await _tally.Add(_store, owner: 1, number: 10);
        await _tally.Add(_store, owner: 2, number: 20, fullTo: _sealer);

        await UntilAsync(() => _tally.Blocks == 1);

        Assert.Equal(2, _database.Journal().Count());
    }

    [Fact]
    public async Task Replay_after_a_crash_brings_back_what_is_not_in_blocks_and_only_that()
    {
        await _tally.Add(_store, owner: 1, number: 10);
        await _tally.Add(_store, owner: 2, number: 20, fullTo: _sealer);
        await _tally.Add(_store, owner: 2, number: 21);
        await UntilAsync(() => _tally.Blocks == 1);

        var restarted = new Tally();
        var store = Store.Over(_database);
        store.LoadHeads().ToList().ForEach(restarted.LoadHead);
        store.LoadBlocks().ToList().ForEach(restarted.LoadBlock);
        store.LoadJournal().ToList().ForEach(restarted.Replay);

        Assert.Equal([10], restarted.Numbers(store, 1));
        Assert.Equal([20, 21], restarted.Numbers(store, 2));
    }

    [Fact]
    public async Task An_error_in_sealing_fails_every_later_write_of_streamed_data()
    {
        _tally.Failure = new InvalidDataException("cannot be encoded");
        await _tally.Add(_store, owner: 1, number: 10, fullTo: _sealer);
        var error = await Assert.ThrowsAsync<InvalidDataException>(async () =>
        {
            while (true)
            {
                await _sealer.MakeRoomAsync();
                await Task.Yield();
            }
        });

        Assert.Equal("cannot be encoded", error.Message);
    }

    [Fact]
    public async Task Readers_find_every_entry_once_while_heads_are_sealed()
    {
        var written = 0;
        var writing = Task.Run(
            async () =>
            {
                for (; written < 200; written++)
                {
                    await _tally.Add(_store, owner: 1, number: written, fullTo: written % 7 == 0 ? _sealer : null);
                }
            },
            TestContext.Current.CancellationToken
        );

        while (!writing.IsCompleted)
        {
            await _store.Write(_ =>
            {
                var numbers = _tally.Numbers(_store, 1).ToList();
                Assert.Equal(Enumerable.Range(0, numbers.Count), numbers);
            });
        }

        await writing;
        Assert.Equal(Enumerable.Range(0, 200), _tally.Numbers(_store, 1));
    }

    public async ValueTask DisposeAsync()
    {
        await _sealer.DisposeAsync();
        _store.Dispose();
    }

    /// <summary>Waits, a minute at most, for what the sealer does in the background.</summary>
    async Task UntilAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!await _store.Write(_ => condition()))
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
