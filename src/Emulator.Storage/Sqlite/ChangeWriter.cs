using Microsoft.Data.Sqlite;

namespace Emulator.Storage.Sqlite;

/// <summary>The prepared statements that make changes.</summary>
sealed class ChangeWriter(SqliteConnection connection) : IDisposable
{
    readonly SqliteCommand _begin = connection.Prepare("BEGIN IMMEDIATE");
    readonly SqliteCommand _commit = connection.Prepare("COMMIT");
    readonly SqliteCommand _putMeta = connection.Prepare("INSERT OR REPLACE INTO meta VALUES ($1, $2, $3)", 3);
    readonly SqliteCommand _putResource = connection.Prepare(
        "INSERT OR REPLACE INTO resource VALUES ($1, $2, $3, $4, $5)",
        5
    );
    readonly SqliteCommand _deleteResource = connection.Prepare(
        "DELETE FROM resource WHERE kind = $1 AND scope = $2 AND name = $3",
        3
    );
    readonly SqliteCommand _appendJournal = connection.Prepare("INSERT INTO journal VALUES ($1, $2, $3, $4)", 4);
    readonly SqliteCommand _trimJournal = connection.Prepare("DELETE FROM journal WHERE sequence < $1", 1);
    readonly SqliteCommand _putHead = connection.Prepare("INSERT OR REPLACE INTO head VALUES ($1, $2, $3, $4, $5)", 5);
    readonly SqliteCommand _deleteHead = connection.Prepare("DELETE FROM head WHERE kind = $1 AND owner = $2", 2);
    readonly SqliteCommand _insertBlock = connection.Prepare(
        "INSERT INTO block VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        9
    );
    readonly SqliteCommand _insertBody = connection.Prepare("INSERT INTO block_body VALUES ($1, $2, $3)", 3);
    readonly SqliteCommand _deleteBlock = connection.Prepare("DELETE FROM block WHERE id = $1", 1);
    readonly SqliteCommand _deleteBody = connection.Prepare("DELETE FROM block_body WHERE id = $1", 1);

    /// <summary>Makes all changes in one transaction, or none.</summary>
    public void Commit(IReadOnlyList<Change> changes)
    {
        _begin.Run();
        foreach (var change in changes)
        {
            Apply(change);
        }

        _commit.Run();
    }

    /// <summary>Whether space may have been freed since this was last set to <c>false</c>.</summary>
    public bool HasFreedPages { get; set; } = true;

    public void Dispose()
    {
        SqliteCommand[] all =
        [
            _begin,
            _commit,
            _putMeta,
            _putResource,
            _deleteResource,
            _appendJournal,
            _trimJournal,
            _putHead,
            _deleteHead,
            _insertBlock,
            _insertBody,
            _deleteBlock,
            _deleteBody,
        ];
        Array.ForEach(all, command => command.Dispose());
    }

    void Apply(Change change)
    {
        switch (change)
        {
            case Change.PutMeta(var row):
                _putMeta.Run(row.Key, row.Value, RowChecksum.Of(row));
                break;
            case Change.PutResource(var row):
                _putResource.Run(row.Kind, row.Scope, row.Name, row.Body, RowChecksum.Of(row));
                break;
            case Change.DeleteResource(var kind, var scope, var name):
                _deleteResource.Run(kind, scope, name);
                break;
            case Change.AppendJournal(var row):
                var stored = CompressedJournal.Compress(row);
                _appendJournal.Run(stored.Sequence, (long)stored.Kind, stored.Body, RowChecksum.Of(stored));
                break;
            case Change.TrimJournal(var before):
                _trimJournal.Run(before);
                break;
            case Change.PutHead(var row):
                _putHead.Run((long)row.Kind, row.Owner, row.SealedSequence, row.Body, RowChecksum.Of(row));
                break;
            case Change.DeleteHead(var kind, var owner):
                _deleteHead.Run((long)kind, owner);
                break;
            case Change.InsertBlock(var row, var body):
                Insert(row, body);
                break;
            case Change.DeleteBlock(var id):
                _deleteBlock.Run(id);
                _deleteBody.Run(id);
                HasFreedPages = true;
                break;
            case Change.Replace(var rows):
                Replace(rows);
                break;
        }
    }

    void Replace(IStoredRows rows)
    {
        connection.Run(Schema.Clear);
        HasFreedPages = true;
        foreach (var change in rows.AsChanges())
        {
            Apply(change);
        }
    }

    void Insert(BlockRow row, byte[] body)
    {
        _insertBlock.Run(
            row.Id,
            (long)row.Kind,
            row.Owner,
            row.FirstTime,
            row.LastTime,
            (long)row.Count,
            (long)row.RawBytes,
            row.Summary,
            RowChecksum.Of(row)
        );
        _insertBody.Run(row.Id, body, RowChecksum.OfBody(row.Id, body));
    }
}
