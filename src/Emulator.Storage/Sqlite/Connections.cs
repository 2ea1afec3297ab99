using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Emulator.Storage.Sqlite;

/// <summary>How connections are opened.</summary>
static class Connections
{
    // Called here and not left to chance, so that trimming keeps the native library's provider.
    static Connections() => Batteries_V2.Init();

    public static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = file,
                Mode = mode,
                Pooling = false,
            }.ToString()
        );
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Says in the user's terms what SQLite has refused.</summary>
    public static DataDirectoryException Describe(SqliteException error, string file) =>
        error.SqliteErrorCode is raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB
            ? new CorruptionException(file, error.Message, error)
            : new DataDirectoryException($"'{file}' cannot be used: {error.Message}", error);
}
