using Emulator.Storage;

namespace Emulator.Tests.Storage;

/// <summary>What a store does, over whichever database: each has a class that runs these.</summary>
public abstract class StoreContract : StoreUnderTest
{
    [Fact]
    public async Task Writes_run_one_after_another_in_order_of_arrival()
    {
        var seen = new List<int>();

        await Task.WhenAll(Enumerable.Range(0, 1000).Select(i => Store.Write(_ => seen.Add(i))));

        Assert.Equal(Enumerable.Range(0, 1000), seen);
    }

    [Fact]
    public async Task A_write_returns_what_its_delegate_returns()
    {
        Assert.Equal(7, await Store.Write(_ => 7));
    }

    [Fact]
    public async Task A_delegate_that_throws_fails_alone_and_leaves_nothing()
    {
        var before = Store.Write(write => write.PutResource(Resource("before")));
        var refused = Store.Write(write =>
        {
            write.PutResource(Resource("refused"));
            throw new InvalidOperationException("no");
        });
        var after = Store.Write(write => write.PutResource(Resource("after")));

        await Task.WhenAll(before, after);
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => refused);

        Assert.Equal("no", error.Message);
        Reopen();
        Assert.Equal(["after", "before"], Store.LoadResources().Select(row => row.Name));
    }

    [Fact]
    public async Task Resources_survive_reopening_as_they_were_put_last()
    {
        await Store.Write(write => write.PutResource(Resource("kept")));
        await Store.Write(write => write.PutResource(Resource("replaced")));
        await Store.Write(write => write.PutResource(Resource("replaced") with { Body = [9] }));
        await Store.Write(write => write.PutResource(Resource("deleted")));
        await Store.Write(write => write.DeleteResource("kind", "scope", "deleted"));

        Reopen();

        var rows = Store.LoadResources().ToList();
        Assert.Equal(["kept", "replaced"], rows.Select(row => row.Name));
        Assert.Equal([Body, [9]], rows.Select(row => row.Body));
    }

    [Fact]
    public async Task Resources_are_in_order_of_kind_scope_and_name()
    {
        string[] keys = ["a b c", "a b d", "a c a", "b a a"];
        foreach (var key in keys.Reverse().Select(key => key.Split(' ')))
        {
            await Store.Write(write => write.PutResource(new ResourceRow(key[0], key[1], key[2], Body)));
        }

        Assert.Equal(keys, Store.LoadResources().Select(row => $"{row.Kind} {row.Scope} {row.Name}"));
    }

    [Fact]
    public async Task The_same_name_in_another_kind_or_scope_is_another_resource()
    {
        await Store.Write(write =>
        {
            write.PutResource(new ResourceRow("kind", "scope", "name", [1]));
            write.PutResource(new ResourceRow("other", "scope", "name", [2]));
            write.PutResource(new ResourceRow("kind", "other", "name", [3]));
            write.DeleteResource("kind", "scope", "name");
        });

        Reopen();

        Assert.Equal([3, 2], Store.LoadResources().Select(row => (int)row.Body[0]));
    }

    [Fact]
    public async Task The_journal_is_kept_in_order_until_it_is_trimmed()
    {
        var sequences = new List<long>();
        for (var i = 0; i < 5; i++)
        {
            sequences.Add(await Append(bytes: 10 + i));
        }

        await Store.Write(write => write.TrimJournal(before: sequences[2]));
        Reopen();

        var rows = Store.LoadJournal().ToList();
        Assert.Equal(sequences[2..], rows.Select(row => row.Sequence));
        Assert.Equal([12, 13, 14], rows.Select(row => row.Body.Length));
        Assert.All(rows, row => Assert.Equal(JournalKind.LogEvents, row.Kind));
    }

    [Theory]
    [InlineData(100)]
    [InlineData(1 << 14)]
    [InlineData(1 << 20)]
    public async Task Rows_of_the_journal_of_any_size_come_back_as_they_were(int bytes)
    {
        var random = new byte[bytes];
        new Random(1).NextBytes(random);
        byte[][] bodies = [new byte[bytes], random];

        await Store.Write(write =>
        {
            foreach (var body in bodies)
            {
                write.Journal(write.NextSequence(), JournalKind.MetricSamples, body);
            }
        });

        Reopen();
        var rows = Store.LoadJournal().ToList();
        Assert.Equal(bodies, rows.Select(row => row.Body));
        Assert.All(rows, row => Assert.Equal(JournalKind.MetricSamples, row.Kind));
    }

    [Fact]
    public async Task Journal_bytes_follow_appending_and_trimming_and_are_known_again_after_a_restart()
    {
        const int Large = 100_000;
        await Append(Large);
        var second = await Append(Large);
        await Append(Large);
        Assert.Equal(3 * Large, Store.JournalBytes);

        await Store.Write(write => write.TrimJournal(before: second));
        Assert.Equal(2 * Large, Store.JournalBytes);

        Reopen();
        Assert.Equal(2, Store.LoadJournal().Count());
        Assert.Equal(2 * Large, Store.JournalBytes);
    }

    [Fact]
    public async Task Heads_survive_reopening_as_they_were_put_last()
    {
        await Store.Write(write => write.PutHead(new HeadRow(BlockKind.Logs, 1, 10, [1])));
        await Store.Write(write => write.PutHead(new HeadRow(BlockKind.Logs, 1, 20, [2])));
        await Store.Write(write => write.PutHead(new HeadRow(BlockKind.Metrics, 1, 30, [3])));
        await Store.Write(write => write.PutHead(new HeadRow(BlockKind.Logs, 2, 40, [4])));
        await Store.Write(write => write.DeleteHead(BlockKind.Logs, 2));

        Reopen();

        var heads = Store.LoadHeads().OrderBy(row => row.Kind).ToList();
        Assert.Equal([(BlockKind.Logs, 1L), (BlockKind.Metrics, 1L)], heads.Select(row => (row.Kind, row.Owner)));
        Assert.Equal([20L, 30L], heads.Select(row => row.SealedSequence));
        Assert.Equal([2, 3], heads.Select(row => (int)row.Body[0]));
    }

    [Fact]
    public async Task Blocks_survive_reopening_with_index_and_body()
    {
        var row = new BlockRow(7, BlockKind.Metrics, 3, -5, long.MaxValue, 6, 4711, [8, 9]);
        await Store.Write(write => write.InsertBlock(row, Body));

        Reopen();

        var loaded = Assert.Single(Store.LoadBlocks());
        Assert.Equal(row with { Summary = loaded.Summary }, loaded);
        Assert.Equal([8, 9], loaded.Summary);
        Assert.Equal(Body, Store.ReadBlock(loaded, body => body));
    }

    [Fact]
    public async Task The_block_index_is_in_order_of_id()
    {
        foreach (var id in new long[] { 5, 2, 9 })
        {
            await Store.Write(write => write.InsertBlock(Block(id), Body));
        }

        Assert.Equal([2, 5, 9], Store.LoadBlocks().Select(row => row.Id));
    }

    [Fact]
    public async Task A_deleted_block_reads_as_nothing()
    {
        await Store.Write(write => write.InsertBlock(Block(1), Body));
        await Store.Write(write => write.DeleteBlock(1));

        Assert.Null(Store.ReadBlock(Block(1), body => body));
        Assert.Empty(Store.LoadBlocks());
    }

    [Fact]
    public async Task A_block_can_be_read_from_the_moment_it_is_inserted()
    {
        var body = await Store.Write(write =>
        {
            write.InsertBlock(Block(1), Body);
            return Store.ReadBlock(Block(1), body => body);
        });

        Assert.Equal(Body, body);
    }

    [Fact]
    public async Task Values_of_the_emulator_survive_reopening()
    {
        await Store.Write(write => write.PutMeta("clock", [1]));
        await Store.Write(write => write.PutMeta("clock", [2]));

        Reopen();

        Assert.Equal([2], Store.LoadMeta("clock"));
        Assert.Null(Store.LoadMeta("other"));
    }

    [Fact]
    public async Task Sequences_grow_over_restarts()
    {
        var last = 0L;
        for (var restart = 0; restart < 3; restart++)
        {
            for (var i = 0; i < 3; i++)
            {
                var next = await Store.Write(write => write.NextSequence());
                Assert.True(next > last);
                last = next;
            }

            Reopen();
        }
    }

    [Fact]
    public async Task A_block_is_decoded_once_while_the_cache_has_room()
    {
        await Store.Write(write => write.InsertBlock(Block(1), Body));
        var decoded = 0;

        for (var i = 0; i < 3; i++)
        {
            Store.ReadBlock(
                Block(1),
                body =>
                {
                    decoded++;
                    return body;
                }
            );
        }

        Assert.Equal(1, decoded);
    }

    [Fact]
    public async Task A_block_larger_than_the_cache_is_decoded_every_time()
    {
        var row = Block(1) with { RawBytes = CacheBytes + 1 };
        await Store.Write(write => write.InsertBlock(row, Body));

        var first = Store.ReadBlock(row, body => body.ToArray());
        var second = Store.ReadBlock(row, body => body.ToArray());

        Assert.NotSame(first, second);
    }

    [Fact]
    public async Task Size_grows_with_what_is_written()
    {
        var before = Store.Size;

        await Store.Write(write => write.InsertBlock(Block(1), new byte[100_000]));

        Assert.InRange(Store.Size - before, 100_000, 200_000);
    }

    Task<long> Append(int bytes) =>
        Store.Write(write =>
        {
            var sequence = write.NextSequence();
            write.Journal(sequence, JournalKind.LogEvents, new byte[bytes]);
            return sequence;
        });
}
