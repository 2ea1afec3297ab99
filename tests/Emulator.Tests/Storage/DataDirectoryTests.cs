using Emulator.Storage;
using Microsoft.Data.Sqlite;

namespace Emulator.Tests.Storage;

public sealed class DataDirectoryTests : IDisposable
{
    readonly TemporaryDirectory _directory = new();

    [Fact]
    public void A_directory_that_does_not_exist_is_made()
    {
        var path = _directory.File("a/b");

        Store.Open(path).Dispose();

        Assert.True(File.Exists(Path.Combine(path, "emulator.db")));
    }

    [Fact]
    public void A_clean_end_leaves_one_database_file()
    {
        Store.Open(_directory.Path).Dispose();

        Assert.Equal(["emulator.db", "emulator.lock"], FileNames());
    }

    [Fact]
    public void A_directory_in_use_is_refused()
    {
        using var first = Store.Open(_directory.Path);

        var refusal = Refusal();

        Assert.Contains($"'{_directory.Path}' is in use by another emulator", refusal.Message);
    }

    [Fact]
    public void A_directory_is_free_again_when_its_store_is_closed()
    {
        Store.Open(_directory.Path).Dispose();

        Store.Open(_directory.Path).Dispose();
    }

    [Fact]
    public void A_directory_is_free_again_when_its_store_was_refused()
    {
        var file = _directory.File("emulator.db");
        File.WriteAllText(file, "no database at all, whatever its name says");
        Refusal();
        File.Delete(file);

        Store.Open(_directory.Path).Dispose();
    }

    [Fact]
    public void A_path_that_cannot_be_a_directory_is_refused()
    {
        File.WriteAllText(_directory.File("file"), "");

        var refusal = Assert.Throws<DataDirectoryException>(() => Store.Open(_directory.File("file")));

        Assert.Contains("cannot be written", refusal.Message);
    }

    [Fact]
    public void A_database_of_a_newer_version_is_refused_and_left_alone()
    {
        Store.Open(_directory.Path).Dispose();
        Change("PRAGMA user_version = 3");
        var before = File.ReadAllBytes(_directory.File("emulator.db"));

        var refusal = Refusal();

        Assert.Contains("newer version of the emulator (format 3; this version reads up to 2)", refusal.Message);
        Assert.Equal(before, File.ReadAllBytes(_directory.File("emulator.db")));
    }

    [Fact]
    public void A_database_of_another_program_is_refused_and_left_alone()
    {
        Change("CREATE TABLE other (x)");
        var before = File.ReadAllBytes(_directory.File("emulator.db"));

        var refusal = Refusal();

        Assert.Contains("is not a database of this emulator", refusal.Message);
        Assert.Equal(before, File.ReadAllBytes(_directory.File("emulator.db")));
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused_as_damaged()
    {
        File.WriteAllText(_directory.File("emulator.db"), new string('x', 5000));

        Assert.IsType<CorruptionException>(Refusal());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_log_without_its_database_is_refused_and_left_alone(bool emptyDatabase)
    {
        File.WriteAllText(_directory.File("emulator.db-wal"), "log");
        if (emptyDatabase)
        {
            File.WriteAllBytes(_directory.File("emulator.db"), []);
        }

        Assert.IsType<CorruptionException>(Refusal());
        Assert.Equal("log", File.ReadAllText(_directory.File("emulator.db-wal")));
    }

    [Fact]
    public void A_first_start_that_was_cut_off_is_started_again()
    {
        // What SQLite leaves when the process ends between the switch to the log and the first table.
        Change("PRAGMA auto_vacuum = INCREMENTAL; PRAGMA journal_mode = WAL");

        Store.Open(_directory.Path).Dispose();
    }

    [Fact]
    public async Task Freed_space_goes_back_to_the_file_system()
    {
        const int Blocks = 40;
        var store = Store.Open(_directory.Path);
        for (var id = 1; id <= Blocks; id++)
        {
            var row = new BlockRow(id, BlockKind.Logs, 1, 0, 0, 1, 1, []);
            await store.Write(write => write.InsertBlock(row, new byte[1 << 20]));
        }

        for (var id = 1; id <= Blocks; id++)
        {
            await store.Write(write => write.DeleteBlock(id));
        }

        store.Dispose();

        // 40 MiB were in use; 16 MiB are kept for what comes next.
        Assert.InRange(new FileInfo(_directory.File("emulator.db")).Length, 1 << 20, 18 << 20);
    }

    public void Dispose() => _directory.Dispose();

    DataDirectoryException Refusal() => Assert.ThrowsAny<DataDirectoryException>(() => Store.Open(_directory.Path));

    IEnumerable<string> FileNames() => Directory.EnumerateFiles(_directory.Path).Select(Path.GetFileName).Order()!;

    void Change(string sql)
    {
        SQLitePCL.Batteries_V2.Init();
        using var connection = new SqliteConnection($"Data Source={_directory.File("emulator.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
