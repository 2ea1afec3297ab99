using Emulator.Services.Fixtures.Documents;
using Emulator.Services.Fixtures.Expressions;

namespace Emulator.Services.Fixtures.Worlds;

/// <summary>Rows to choose from, each with a weight.</summary>
/// <threadsafety>Immutable.</threadsafety>
sealed class Table
{
    readonly double[] _ends;

    public Table(IReadOnlyList<TableRow> rows)
    {
        Rows = rows;
        _ends = new double[rows.Count];
        var sum = 0.0;
        for (var i = 0; i < rows.Count; i++)
        {
            sum += rows[i].Weight;
            _ends[i] = sum;
        }
    }

    public IReadOnlyList<TableRow> Rows { get; }

    /// <exception cref="FixtureException">It is no array of objects, or empty.</exception>
    public static Table Read(FixtureNode node)
    {
        var items = node.RequireItems();
        return items.Count > 0
            ? new Table([.. items.Select(TableRow.Read)])
            : throw node.Error("A table needs at least one row.");
    }

    /// <summary>The row that a number from 0 to 1 falls on, by weight.</summary>
    public TableRow Pick(double uniform)
    {
        var point = uniform * _ends[^1];
        for (var i = 0; i < _ends.Length - 1; i++)
        {
            if (point < _ends[i])
            {
                return Rows[i];
            }
        }

        return Rows[^1];
    }
}

/// <summary>A row of a table: values by column; a list is a table of its own.</summary>
/// <param name="values">By column.</param>
/// <param name="weight">How often it is picked, in relation to the others.</param>
sealed class TableRow(IReadOnlyDictionary<string, Value> values, double weight)
{
    const string WeightColumn = "weight";

    public double Weight => weight;

    /// <summary>The value in a column; nothing when the row has none.</summary>
    public Value Find(string column) => values.GetValueOrDefault(column, Value.None);

    public static TableRow Read(FixtureNode node)
    {
        var values = new Dictionary<string, Value>();
        foreach (var (column, value) in node.RequireMembers())
        {
            values[column] = Constant(value);
        }

        var weight = node.Find(WeightColumn)?.RequireNumber() ?? 1;
        return weight >= 0
            ? new TableRow(values, weight)
            : throw node.Require(WeightColumn).Error("A weight cannot be negative.");
    }

    /// <summary>What a JSON value means in expressions.</summary>
    public static Value Constant(FixtureNode node) =>
        node.Kind switch
        {
            FixtureNodeKind.Number => Value.Of(node.RequireNumber()),
            FixtureNodeKind.Text => Value.Of(node.Text),
            FixtureNodeKind.Boolean => Value.Of(node.Text == "true"),
            FixtureNodeKind.Null => Value.None,
            FixtureNodeKind.Array => Value.Of(Table.Read(node)),
            _ => Value.Of(TableRow.Read(node)),
        };
}
