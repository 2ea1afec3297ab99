using Emulator.Storage;
using Emulator.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace Emulator.Tests.Storage;

/// <summary>One connection writes and checkpoints: what keeps SQLite before 3.51.3 from corrupting the file (sqlite.org/wal.html, "The WAL-Reset Bug").</summary>
public sealed class SingleWriterTests : IDisposable
{
    readonly TemporaryDirectory _directory = new();
    readonly Store _store;

    public SingleWriterTests() => _store = Store.Open(_directory.Path);

    [Theory]
    [InlineData("DELETE FROM meta")]
    [InlineData("CREATE TABLE other (x)")]
    [InlineData("PRAGMA user_version = 9")]
    public void A_connection_for_reading_cannot_write(string sql)
    {
        using var reader = new DatabaseReader(_directory.File("emulator.db"));

        var error = Assert.Throws<SqliteException>(() => reader.Connection.Run(sql));

        Assert.Equal(SQLitePCL.raw.SQLITE_READONLY, error.SqliteErrorCode);
    }

    [Fact]
    public async Task A_connection_for_reading_cannot_checkpoint()
    {
        await _store.Write(write => write.PutMeta("key", new byte[10_000]));
        var before = new FileInfo(_directory.File("emulator.db")).Length;
        using var reader = new DatabaseReader(_directory.File("emulator.db"));
        reader.Meta();

        var result = SQLitePCL.raw.sqlite3_wal_checkpoint_v2(
            reader.Connection.Handle,
            "main",
            SQLitePCL.raw.SQLITE_CHECKPOINT_PASSIVE,
            out _,
            out _
        );

        Assert.NotEqual(SQLitePCL.raw.SQLITE_OK, result);
        Assert.Equal(before, new FileInfo(_directory.File("emulator.db")).Length);
    }

    [Fact]
    public async Task The_log_is_copied_into_the_database_while_writes_go_on()
    {
        for (var i = 0; i < 400; i++)
        {
            await _store.Write(write => write.PutMeta($"key {i}", new byte[100_000]));
        }

        Assert.InRange(new FileInfo(_directory.File("emulator.db")).Length, 20_000_000, 45_000_000);
        Assert.InRange(new FileInfo(_directory.File("emulator.db-wal")).Length, 1, 20 << 20);
    }

    public void Dispose()
    {
        _store.Dispose();
        _directory.Dispose();
    }
}
