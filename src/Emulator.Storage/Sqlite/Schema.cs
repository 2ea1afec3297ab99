using Emulator.Storage.Migrations;
using Microsoft.Data.Sqlite;

namespace Emulator.Storage.Sqlite;

/// <summary>What a database must be to be ours, and how an older one becomes a current one.</summary>
static class Schema
{
    /// <summary>Bytes; SQLite reads and writes the file in pages of this size.</summary>
    public const int PageSize = 4096;

    /// <summary><c>CWE1</c>: marks the file as a database of this emulator.</summary>
    const long ApplicationId = 0x43574531;

    /// <summary>The n-th entry leads from version n to version n + 1. Entries are only ever added.</summary>
    static readonly string[] Migrations = [Version1.Sql, Version2.Sql];

    /// <summary>The tables that are read whole at start; the bodies of blocks have a checksum each, looked at when they are read.</summary>
    static readonly string[] TablesToCheck = ["meta", "resource", "journal", "head", "block"];

    /// <summary>Deletes every row.</summary>
    public const string Clear = """
        DELETE FROM meta;
        DELETE FROM resource;
        DELETE FROM head;
        DELETE FROM journal;
        DELETE FROM block;
        DELETE FROM block_body;
        """;

    /// <summary>Whether there is a database to check, and not one to be made.</summary>
    /// <exception cref="CorruptionException">There is less than a database: SQLite would start anew and throw its log away.</exception>
    public static bool Exists(string file) =>
        LengthOf(file) switch
        {
            0 when LengthOf(file + "-wal") > 0 => throw new CorruptionException(
                file,
                $"it is missing or empty, although its log '{file}-wal' is there"
            ),
            0 => false,
            < PageSize and var length => throw new CorruptionException(file, $"it has only {length} bytes"),
            _ => true,
        };

    /// <returns>0 when there is no such file.</returns>
    public static long LengthOf(string file) => new FileInfo(file) is { Exists: true, Length: var length } ? length : 0;

    /// <summary>Refuses a database that is not ours, too new or damaged, without changing it.</summary>
    /// <param name="reader">Not the writer: that one would copy the log into the database when it is closed.</param>
    /// <param name="mayBeNew">Whether it may have no tables yet: then its first start was cut off.</param>
    public static void Check(DatabaseReader reader, bool mayBeNew)
    {
        var connection = reader.Connection;
        var version = connection.Integer("PRAGMA user_version");
        if (mayBeNew && version == 0 && connection.Integer("SELECT count(*) FROM sqlite_master") == 0)
        {
            return;
        }

        if (connection.Integer("PRAGMA application_id") != ApplicationId)
        {
            throw NotOurs(reader.File);
        }

        if (version > Migrations.Length)
        {
            throw new DataDirectoryException(
                $"'{reader.File}' was written by a newer version of the emulator (format {version}; this version reads up "
                    + $"to {Migrations.Length}). Use that version, or another data directory."
            );
        }

        foreach (var table in TablesToCheck)
        {
            if (connection.Text($"PRAGMA quick_check('{table}')") is var result and not "ok")
            {
                throw new CorruptionException(reader.File, result);
            }
        }
    }

    public static DataDirectoryException NotOurs(string file) => new($"'{file}' is not a database of this emulator.");

    /// <summary>Brings a new or older database to the current version.</summary>
    public static void Migrate(SqliteConnection connection)
    {
        for (var version = connection.Integer("PRAGMA user_version"); version < Migrations.Length; version++)
        {
            connection.Run(
                $"""
                BEGIN IMMEDIATE;
                {Migrations[version]}
                PRAGMA application_id = {ApplicationId};
                PRAGMA user_version = {version + 1};
                COMMIT;
                """
            );
        }
    }
}
