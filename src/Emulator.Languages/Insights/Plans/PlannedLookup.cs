using System.Buffers;
using Emulator.Languages.Text;

namespace Emulator.Languages.Insights;

/// <summary>Makes what <c>lookup</c> fills into a row.</summary>
/// <remarks>
/// Of several rows of the table with the same keys the first counts.
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-Lookup.html"/>
/// </remarks>
internal static class PlannedLookup
{
    /// <returns>What fills the row, and the fields that become columns.</returns>
    /// <exception cref="SyntaxException">There is no such table or column, or a field is gone.</exception>
    public static (Action<Row> Fill, IReadOnlyList<(string Name, int Slot)> Fields) Of(
        LookupSyntax lookup,
        RowScope scope,
        Func<string, LookupTable?> tables
    )
    {
        var table =
            tables(lookup.Table.Name) ?? throw InsightsErrors.UnknownLookupTable(lookup.Table.Name, lookup.Table.Span);
        int[] columns = [.. lookup.Keys.Select(key => Column(key.Column))];
        RowValue[] keys = [.. lookup.Keys.Select(key => scope.Resolve(key.Field))];
        var outputs = lookup.Outputs.Select(field => Output(field, Column(field))).ToArray();
        var buffer = new ArrayBufferWriter<byte>();

        // Plans are also made to check a query.
        var index = new Lazy<ByteTable<byte[][]>>(() => Index(table, columns));
        return (Fill, [.. outputs.Select(output => (output.Name, output.Slot))]);

        int Column(FieldExpression field) =>
            table.FindColumn(field.Name) is { } column
                ? column
                : throw InsightsErrors.UnknownLookupColumn(lookup.Table.Name, field.Name, field.Span);

        (string Name, int Slot, int Column, RowValue? Present) Output(FieldExpression field, int column)
        {
            var present = lookup.OnlyNew && scope.Has(field.Name) ? scope.Resolve(field) : null;
            return (field.Name, scope.Define(field.Name), column, present);
        }

        void Fill(Row row)
        {
            var found = TryWriteKey(row) && index.Value.TryGet(buffer.WrittenSpan, out var record) ? record : null;
            foreach (var (_, slot, column, present) in outputs)
            {
                var value = present?.Invoke(row) ?? Value.Missing;
                row.Set(slot, value.IsMissing && found is not null ? Value.Text(found[column]) : value);
            }
        }

        bool TryWriteKey(Row row)
        {
            buffer.ResetWrittenCount();
            foreach (var key in keys)
            {
                if (!key(row).TryText(out var text))
                {
                    return false;
                }

                GroupKey.Write(buffer, Value.Text(text));
            }

            return true;
        }
    }

    static ByteTable<byte[][]> Index(LookupTable table, int[] columns)
    {
        var index = new ByteTable<byte[][]>();
        var key = new ArrayBufferWriter<byte>();
        foreach (var record in table.Records)
        {
            key.ResetWrittenCount();
            foreach (var column in columns)
            {
                GroupKey.Write(key, Value.Text(record[column]));
            }

            if (!index.TryGet(key.WrittenSpan, out _))
            {
                index.Add(key.WrittenSpan.ToArray(), record);
            }
        }

        return index;
    }
}
