using System.Text;
using Emulator.Storage;

namespace Emulator.Tests.Storage;

/// <summary>Every version of the database that was ever released is read for ever. The files were written by the release of their version.</summary>
public sealed class GoldenDatabaseTests : IDisposable
{
    readonly TemporaryDirectory _directory = new();

    [Theory]
    [InlineData("database-1.bin")]
    [InlineData("database-2.bin")]
    public void Reads_the_database_of_version(string file)
    {
        using var store = Open(file);

        Assert.Equal("real", Encoding.UTF8.GetString(store.LoadMeta("clock")!));
        var resource = Assert.Single(store.LoadResources());
        Assert.Equal(
            ("logs:group", "123456789012/eu-west-1", "/aws/lambda/größe"),
            (resource.Kind, resource.Scope, resource.Name)
        );
        Assert.Equal("group", Encoding.UTF8.GetString(resource.Body));
        var journal = store.LoadJournal().Take(2).ToList();
        Assert.Equal(
            [(11, JournalKind.LogEvents), (12, JournalKind.MetricSamples)],
            journal.Select(row => (row.Sequence, row.Kind))
        );
        Assert.Equal(["events", "samples"], journal.Select(row => Encoding.UTF8.GetString(row.Body)));
        var head = Assert.Single(store.LoadHeads());
        Assert.Equal((BlockKind.Logs, 7, 10), (head.Kind, head.Owner, head.SealedSequence));
        Assert.Equal("head", Encoding.UTF8.GetString(head.Body));
        var block = Assert.Single(store.LoadBlocks());
        Assert.Equal(new BlockRow(9, BlockKind.Metrics, 8, -1, 1767603600000, 3, 5000, block.Summary), block);
        Assert.Equal("summary", Encoding.UTF8.GetString(block.Summary));
        Assert.Equal(Enumerable.Range(0, 5000).Select(i => (byte)i), store.ReadBlock(block, body => body)!);
    }

    /// <summary>Brotli is a standard, but what wrote the file was one version of one library.</summary>
    [Fact]
    public void Reads_the_compressed_row_of_version_2()
    {
        using var store = Open("database-2.bin");

        var row = store.LoadJournal().Last();

        Assert.Equal((13, JournalKind.LogEvents), (row.Sequence, row.Kind));
        Assert.Equal(Enumerable.Range(0, 20_000).Select(i => (byte)(i / 100)), row.Body);
    }

    Store Open(string file)
    {
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Storage", "Golden", file), _directory.File("emulator.db"));
        return Store.Open(_directory.Path);
    }

    public void Dispose() => _directory.Dispose();
}
