namespace Emulator.Languages.Insights;

/// <summary>The end of a query: makes rows of text.</summary>
/// <param name="limit">How many rows are kept; the rest is only counted by the stages before.</param>
internal sealed class OutputStage((string Name, RowValue Value)[] columns, int limit, MemoryBudget budget) : Stage
{
    readonly List<IReadOnlyList<InsightsField>> _rows = [];

    public override bool IsDone => false;

    public IReadOnlyList<IReadOnlyList<InsightsField>> Rows => _rows;

    public override void Push(Row row)
    {
        if (_rows.Count == limit)
        {
            return;
        }

        var fields = new List<InsightsField>(columns.Length);
        foreach (var (name, read) in columns)
        {
            var value = read(row);
            if (!value.IsMissing)
            {
                var text = value.Detach().Print();
                budget.Take(text.Length + 48);
                fields.Add(new InsightsField(name, text));
            }
        }

        _rows.Add(fields);
    }

    public override void Finish() { }
}
