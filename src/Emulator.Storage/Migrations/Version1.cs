namespace Emulator.Storage.Migrations;

/// <summary>The tables of the first release.</summary>
static class Version1
{
    public const string Sql = """
        CREATE TABLE meta (
            key TEXT PRIMARY KEY, value BLOB NOT NULL, checksum INTEGER NOT NULL
        ) WITHOUT ROWID;

        CREATE TABLE resource (
            kind TEXT NOT NULL, scope TEXT NOT NULL, name TEXT NOT NULL, body BLOB NOT NULL, checksum INTEGER NOT NULL,
            PRIMARY KEY (kind, scope, name)
        ) WITHOUT ROWID;

        CREATE TABLE journal (
            sequence INTEGER PRIMARY KEY, kind INTEGER NOT NULL, body BLOB NOT NULL, checksum INTEGER NOT NULL
        );

        CREATE TABLE head (
            kind INTEGER NOT NULL, owner INTEGER NOT NULL, sealed_sequence INTEGER NOT NULL, body BLOB NOT NULL,
            checksum INTEGER NOT NULL,
            PRIMARY KEY (kind, owner)
        ) WITHOUT ROWID;

        CREATE TABLE block (
            id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, owner INTEGER NOT NULL, first_time INTEGER NOT NULL,
            last_time INTEGER NOT NULL, count INTEGER NOT NULL, raw_bytes INTEGER NOT NULL, summary BLOB NOT NULL,
            checksum INTEGER NOT NULL
        );

        CREATE TABLE block_body (
            id INTEGER PRIMARY KEY, body BLOB NOT NULL, checksum INTEGER NOT NULL
        );
        """;
}
