using Emulator.Storage;

namespace Emulator.Tests.Storage;

/// <summary>What can be carried from one store to another, over whichever database: each has a class that runs these.</summary>
public abstract class ExportContract : StoreUnderTest
{
    [Fact]
    public async Task What_is_exported_comes_back_when_it_is_imported()
    {
        await WriteOneOfEachAsync();
        using var export = await ExportAsync();
        await Store.Write(write =>
        {
            write.PutResource(Resource("later"));
            write.DeleteBlock(7);
            write.TrimJournal(long.MaxValue);
            write.PutHead(new HeadRow(BlockKind.Logs, 99, 1, []));
            write.PutMeta("clock", [9]);
        });

        await ReplaceAsync(export);

        AssertOneOfEach();
        Reopen();
        AssertOneOfEach();
    }

    [Fact]
    public async Task An_export_can_be_imported_by_any_other_store()
    {
        await WriteOneOfEachAsync();
        using var export = await ExportAsync();

        using var file = await PortableFile.ReadAsync(export, TestContext.Current.CancellationToken);
        using var other = Store.InMemory();
        Store = await other.ReplaceAsync(file);

        AssertOneOfEach();
    }

    [Fact]
    public async Task An_export_is_a_data_directory()
    {
        await WriteOneOfEachAsync();
        using var export = await ExportAsync();
        using var directory = new TemporaryDirectory();
        await File.WriteAllBytesAsync(
            directory.File("emulator.db"),
            export.ToArray(),
            TestContext.Current.CancellationToken
        );

        Store = Store.Open(directory.Path);

        AssertOneOfEach();
        Store.Dispose();
    }

    [Fact]
    public async Task An_export_is_what_was_committed_at_one_moment()
    {
        var store = Store;
        var done = false;
        var writing = Task.Run(
            async () =>
            {
                for (byte i = 0; !done; i++)
                {
                    await store.Write(write =>
                    {
                        write.PutResource(Resource("first") with { Body = [i] });
                        write.PutResource(Resource("second") with { Body = [i] });
                    });
                }
            },
            TestContext.Current.CancellationToken
        );

        for (var round = 0; round < 10; round++)
        {
            using var export = await ExportAsync();
            using var file = await PortableFile.ReadAsync(export, TestContext.Current.CancellationToken);
            Assert.InRange(file.Rows.Resources().Select(row => row.Body[0]).Distinct().Count(), 0, 1);
        }

        done = true;
        await writing;
    }

    [Fact]
    public async Task Sequences_go_on_after_those_of_an_import()
    {
        var last = 0L;
        for (var i = 0; i < 3; i++)
        {
            last = await Store.Write(write => write.NextSequence());
            Reopen();
        }

        using var export = await ExportAsync();
        using var file = await PortableFile.ReadAsync(export, TestContext.Current.CancellationToken);
        using var other = Store.InMemory();
        await other.Write(write => write.NextSequence());
        using var successor = await other.ReplaceAsync(file);

        Assert.True(await successor.Write(write => write.NextSequence()) > last);
    }

    [Fact]
    public async Task A_store_that_has_been_replaced_refuses_to_write_and_to_read_blocks()
    {
        await Store.Write(write => write.InsertBlock(Block(1), Body));
        using var export = await ExportAsync();
        var replaced = Store;

        await ReplaceAsync(export);

        await Assert.ThrowsAsync<StoreFailedException>(() => replaced.Write(_ => { }));
        Assert.Throws<StoreFailedException>(() => replaced.ReadBlock(Block(1), body => body));
        Assert.False(replaced.Failed.IsCompleted);
        replaced.Dispose();
        await Store.Write(write => write.PutMeta("key", []));
    }

    [Fact]
    public async Task A_file_that_is_no_export_is_refused()
    {
        foreach (var file in new[] { [], "text"u8.ToArray(), new byte[100_000] })
        {
            using var stream = new MemoryStream(file);
            await Assert.ThrowsAnyAsync<DataDirectoryException>(() =>
                PortableFile.ReadAsync(stream, TestContext.Current.CancellationToken)
            );
        }
    }

    [Fact]
    public async Task A_damaged_export_is_refused()
    {
        await WriteOneOfEachAsync();
        using var export = await ExportAsync();
        var bytes = export.ToArray();
        bytes[bytes.AsSpan().IndexOf("the body of a block"u8)] ^= 1;

        using var damaged = new MemoryStream(bytes);

        var refusal = await Assert.ThrowsAsync<DataDirectoryException>(() =>
            PortableFile.ReadAsync(damaged, TestContext.Current.CancellationToken)
        );
        Assert.StartsWith("The file is damaged: ", refusal.Message, StringComparison.Ordinal);
    }

    Task WriteOneOfEachAsync() =>
        Store.Write(write =>
        {
            write.PutMeta("clock", [1]);
            write.PutResource(Resource("name"));
            write.PutHead(new HeadRow(BlockKind.Metrics, 3, 4, [5]));
            write.Journal(6, JournalKind.MetricSamples, [6, 6]);
            write.InsertBlock(Block(7) with { Summary = [8] }, "the body of a block"u8.ToArray());
        });

    void AssertOneOfEach()
    {
        Assert.Equal([1], Store.LoadMeta("clock"));
        Assert.Equal("name", Assert.Single(Store.LoadResources()).Name);
        Assert.Equal([5], Assert.Single(Store.LoadHeads()).Body);
        Assert.Equal([6, 6], Assert.Single(Store.LoadJournal()).Body);
        var block = Assert.Single(Store.LoadBlocks());
        Assert.Equal([8], block.Summary);
        Assert.Equal("the body of a block"u8, Store.ReadBlock(block, body => body)!);
    }

    async Task<MemoryStream> ExportAsync()
    {
        var export = new MemoryStream();
        await Store.ExportAsync(export, TestContext.Current.CancellationToken);
        export.Position = 0;
        return export;
    }

    async Task ReplaceAsync(Stream export)
    {
        using var file = await PortableFile.ReadAsync(export, TestContext.Current.CancellationToken);
        Store = await Store.ReplaceAsync(file);
    }
}
