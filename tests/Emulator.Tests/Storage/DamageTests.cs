using Emulator.Storage;

namespace Emulator.Tests.Storage;

/// <summary>Whatever happens to the files: all that was written comes back, or an error; never something else.</summary>
public sealed class DamageTests : IDisposable
{
    readonly TemporaryDirectory _directory = new();

    string DatabaseFile => _directory.File("emulator.db");

    string LogFile => _directory.File("emulator.db-wal");

    [Fact]
    public async Task A_flipped_bit_is_reported_or_harmless()
    {
        var (database, _) = await WriteAsync(clean: true);
        var expected = Describe(database, log: []);
        var random = new Random(Seed: 20260105);
        var reported = 0;

        for (var round = 0; round < 150; round++)
        {
            var damaged = database.ToArray();
            var position = random.Next(damaged.Length);
            damaged[position] ^= (byte)(1 << random.Next(8));

            var found = Describe(damaged, log: []);

            Assert.True(found is null || found.SequenceEqual(expected!), $"byte {position}");
            reported += found is null ? 1 : 0;
        }

        Assert.InRange(reported, 50, 150);
    }

    [Fact]
    public async Task A_truncated_database_is_reported()
    {
        var (database, _) = await WriteAsync(clean: true);

        for (var length = 1; length < database.Length; length += 1511)
        {
            Assert.Null(Describe(database[..length], log: []));
        }
    }

    [Fact]
    public async Task A_truncated_log_gives_whole_writes_up_to_some_point()
    {
        var (database, log) = await WriteAsync(clean: false);
        var all = Describe(database, log)!;

        for (var length = 0; length < log.Length; length += 3001)
        {
            var found = Describe(database, log[..length]);

            Assert.Equal(all[..found!.Count], found);
        }
    }

    [Fact]
    public async Task A_flipped_bit_in_the_log_gives_whole_writes_up_to_some_point_or_is_reported()
    {
        var (database, log) = await WriteAsync(clean: false);
        var all = Describe(database, log)!;
        var random = new Random(Seed: 20260106);

        for (var round = 0; round < 50; round++)
        {
            var damaged = log.ToArray();
            damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));

            var found = Describe(database, damaged);

            Assert.True(found is null || found.SequenceEqual(all[..found.Count]));
        }
    }

    [Fact]
    public async Task A_database_with_the_log_of_an_older_one_is_reported_or_as_it_was()
    {
        var (_, log) = await WriteAsync(clean: false);
        var (database, _) = await WriteAsync(clean: true);
        var all = Describe(database, log: [])!;

        var found = Describe(database, log);

        Assert.True(found is null || found.SequenceEqual(all));
    }

    public void Dispose() => _directory.Dispose();

    /// <summary>Makes a database of 30 writes, of which each has a row of every kind.</summary>
    /// <returns>The files as they are after a clean end, or as a killed process leaves them.</returns>
    async Task<(byte[] Database, byte[] Log)> WriteAsync(bool clean)
    {
        Clear();
        using var store = Store.Open(_directory.Path);
        for (var i = 0; i < 30; i++)
        {
            await store.Write(write =>
            {
                var id = write.NextSequence();
                write.Journal(id, JournalKind.LogEvents, Bytes(id, 700));
                write.PutResource(new ResourceRow("kind", "scope", $"{id:d10}", Bytes(id, 300)));
                write.PutHead(new HeadRow(BlockKind.Metrics, id, id, Bytes(id, 30)));
                write.InsertBlock(new BlockRow(id, BlockKind.Logs, id, 0, 0, 1, 1, Bytes(id, 20)), Bytes(id, 6000));
            });
        }

        if (clean)
        {
            store.Dispose();
        }

        return (ReadShared(DatabaseFile), clean ? [] : ReadShared(LogFile));
    }

    /// <summary>What a store finds in a pair of files, one line for each write; <c>null</c> when it reports damage.</summary>
    List<string>? Describe(byte[] database, byte[] log)
    {
        Clear();
        File.WriteAllBytes(DatabaseFile, database);
        if (log.Length > 0)
        {
            File.WriteAllBytes(LogFile, log);
        }

        try
        {
            using var store = Store.Open(_directory.Path);
            var journal = store.LoadJournal().Select(row => $"{row.Sequence} {Convert.ToHexString(row.Body)}");
            var resources = store.LoadResources().Select(row => $"{row.Name} {Convert.ToHexString(row.Body)}");
            var heads = store.LoadHeads().Select(row => $"{row.Owner} {Convert.ToHexString(row.Body)}");
            var blocks = store
                .LoadBlocks()
                .Select(row =>
                    $"{row.Id} {Convert.ToHexString(row.Summary)} {Convert.ToHexString(store.ReadBlock(row, body => body)!)}"
                );
            var rows = journal.ToList();
            List<List<string>> others =
            [
                [.. resources.Order()],
                [.. heads],
                [.. blocks],
            ];
            Assert.All(others, other => Assert.Equal(rows.Count, other.Count));
            return [.. rows.Select((row, i) => string.Join(' ', others.Select(other => other[i]).Prepend(row)))];
        }
        catch (DataDirectoryException)
        {
            return null;
        }
    }

    void Clear()
    {
        foreach (var file in Directory.GetFiles(_directory.Path))
        {
            File.Delete(file);
        }
    }

    static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    static byte[] Bytes(long seed, int count)
    {
        var bytes = new byte[count];
        new Random((int)seed).NextBytes(bytes);
        return bytes;
    }
}
