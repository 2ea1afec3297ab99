using System.Text;

namespace Emulator.Languages.Insights;

/// <summary>A table for the command <c>lookup</c>: CSV after RFC 4180 with a header row, in UTF-8.</summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed class LookupTable
{
    LookupTable(IReadOnlyList<string> columns, IReadOnlyList<byte[][]> records)
    {
        Columns = columns;
        Records = records;
    }

    /// <summary>The names in the header row.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>How many rows there are below the header.</summary>
    public int Count => Records.Count;

    /// <summary>The rows below the header; as many values as there are columns, in UTF-8.</summary>
    internal IReadOnlyList<byte[][]> Records { get; }

    /// <summary>Reads a table.</summary>
    /// <exception cref="FormatException">It is not such CSV; the message says why.</exception>
    public static LookupTable Parse(string csv)
    {
        var rows = new CsvReader(csv.StartsWith('\uFEFF') ? csv[1..] : csv).ReadAll();
        if (rows is not [var header, ..] || header.Any(string.IsNullOrWhiteSpace))
        {
            throw new FormatException("it needs a header row with a name for each column");
        }

        if (header.Distinct(StringComparer.Ordinal).Count() != header.Count)
        {
            throw new FormatException("two columns have the same name");
        }

        var odd = rows.FindIndex(row => row.Count != header.Count);
        return odd < 0
            ? new LookupTable(header, [.. rows.Skip(1).Select(row => row.Select(Encoding.UTF8.GetBytes).ToArray())])
            : throw new FormatException($"row {odd} has not as many values as there are columns");
    }

    /// <summary>Writes results as such a table: a column for each field, in the order in which they turn up.</summary>
    /// <returns><c>null</c> when there is no field.</returns>
    public static string? Write(IEnumerable<IReadOnlyList<KeyValuePair<string, string>>> rows)
    {
        List<string> columns = [];
        var records = rows.Select(row => row.ToDictionary(field => field.Key, field => field.Value)).ToList();
        foreach (var name in records.SelectMany(record => record.Keys).Where(name => !columns.Contains(name)))
        {
            columns.Add(name);
        }

        if (columns.Count == 0)
        {
            return null;
        }

        var csv = new StringBuilder();
        AppendRow(csv, columns);
        foreach (var record in records)
        {
            AppendRow(csv, columns.Select(name => record.GetValueOrDefault(name, "")));
        }

        return csv.ToString();
    }

    internal int? FindColumn(string name)
    {
        for (var i = 0; i < Columns.Count; i++)
        {
            if (Columns[i] == name)
            {
                return i;
            }
        }

        return null;
    }

    static void AppendRow(StringBuilder csv, IEnumerable<string> values) =>
        csv.AppendJoin(',', values.Select(Quoted)).Append('\n');

    static string Quoted(string value) =>
        value.Length == 0 || value.AsSpan().IndexOfAny("\",\r\n") >= 0
            ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : value;
}
