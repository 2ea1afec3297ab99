using Microsoft.Data.Sqlite;

namespace Emulator.Storage.Sqlite;

/// <summary>One-line forms of ADO.NET's commands.</summary>
static class Sql
{
    public static void Run(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public static long Integer(this SqliteConnection connection, string sql) => (long)connection.Value(sql);

    public static string Text(this SqliteConnection connection, string sql) => (string)connection.Value(sql);

    /// <summary>A statement that is kept, with parameters <c>$1</c>, <c>$2</c> and so on.</summary>
    public static SqliteCommand Prepare(this SqliteConnection connection, string sql, int parameters = 0)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 1; i <= parameters; i++)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
        }

        command.Prepare();
        return command;
    }

    /// <summary>Runs a prepared statement with values for its parameters.</summary>
    public static void Run(this SqliteCommand command, params ReadOnlySpan<object> values)
    {
        command.Bind(values);
        command.ExecuteNonQuery();
    }

    public static void Bind(this SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }
    }

    static object Value(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()!;
    }
}
