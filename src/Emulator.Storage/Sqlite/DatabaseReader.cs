using Microsoft.Data.Sqlite;

namespace Emulator.Storage.Sqlite;

/// <summary>A read-only connection, and everything that can be asked of it.</summary>
/// <exception cref="CorruptionException">A row does not have its checksum.</exception>
/// <exception cref="SqliteException">SQLite cannot read the file.</exception>
/// <threadsafety>For one thread at a time.</threadsafety>
sealed class DatabaseReader : IStoredRows
{
    readonly string _file;
    readonly SqliteConnection _connection;
    SqliteCommand? _selectBody;

    public DatabaseReader(string file)
    {
        _file = file;
        _connection = Connections.Open(file, SqliteOpenMode.ReadOnly);
    }

    public string File => _file;

    public SqliteConnection Connection => _connection;

    public IEnumerable<MetaRow> Meta() =>
        All("meta", "key, value", row => new MetaRow(row.GetString(0), Blob(row, 1)), RowChecksum.Of);

    public IEnumerable<ResourceRow> Resources() =>
        All(
            "resource",
            "kind, scope, name, body",
            row => new ResourceRow(row.GetString(0), row.GetString(1), row.GetString(2), Blob(row, 3)),
            RowChecksum.Of,
            order: "kind, scope, name"
        );

    public IEnumerable<JournalRow> Journal() =>
        All(
                "journal",
                "sequence, kind, body",
                row => new JournalRow(row.GetInt64(0), (JournalKind)row.GetInt64(1), Blob(row, 2)),
                RowChecksum.Of
            )
            .Select(CompressedJournal.Decompress);

    public IEnumerable<HeadRow> Heads() =>
        All(
            "head",
            "kind, owner, sealed_sequence, body",
            row => new HeadRow((BlockKind)row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), Blob(row, 3)),
            RowChecksum.Of
        );

    public IEnumerable<BlockRow> Blocks() =>
        All(
            "block",
            "id, kind, owner, first_time, last_time, count, raw_bytes, summary",
            row => new BlockRow(
                row.GetInt64(0),
                (BlockKind)row.GetInt64(1),
                row.GetInt64(2),
                row.GetInt64(3),
                row.GetInt64(4),
                row.GetInt32(5),
                row.GetInt32(6),
                Blob(row, 7)
            ),
            RowChecksum.Of
        );

    /// <returns><c>null</c> when there is no such block.</returns>
    public byte[]? ReadBlock(long id)
    {
        _selectBody ??= _connection.Prepare(
            "SELECT body, body.checksum FROM block LEFT JOIN block_body AS body USING (id) WHERE id = $1",
            parameters: 1
        );
        _selectBody.Bind(id);
        using var row = _selectBody.ExecuteReader();
        if (!row.Read())
        {
            return null;
        }

        var body = row.IsDBNull(0) ? null : Blob(row, 0);
        return body is not null && row.GetInt64(1) == RowChecksum.OfBody(id, body)
            ? body
            : throw new CorruptionException(_file, $"the body of block {id} is not what was written");
    }

    public void Dispose()
    {
        _selectBody?.Dispose();
        _connection.Dispose();
    }

    static byte[] Blob(SqliteDataReader row, int column) => row.GetFieldValue<byte[]>(column);

    /// <summary>All rows of a table in the order of its key.</summary>
    List<T> All<T>(
        string table,
        string columns,
        Func<SqliteDataReader, T> read,
        Func<T, long> checksum,
        string order = "1"
    )
    {
        using var command = _connection.CreateCommand();
        command.CommandText = $"SELECT {columns}, checksum FROM {table} ORDER BY {order}";
        using var rows = command.ExecuteReader();
        var all = new List<T>();
        while (rows.Read())
        {
            var row = read(rows);
            if (rows.GetInt64(rows.FieldCount - 1) != checksum(row))
            {
                throw new CorruptionException(_file, $"row {all.Count + 1} of table {table} is not what was written");
            }

            all.Add(row);
        }

        return all;
    }
}
