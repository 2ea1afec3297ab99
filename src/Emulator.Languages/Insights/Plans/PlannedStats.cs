using Emulator.Languages.Text;

namespace Emulator.Languages.Insights;

/// <summary>Makes the stage of a <c>stats</c> command.</summary>
/// <param name="input">The scope of the rows that come in.</param>
internal sealed class PlannedStats(RowScope input, InsightsSettings settings, MemoryBudget budget)
{
    readonly List<(RowValue Value, int Slot)> _keys = [];
    readonly List<(Func<Accumulator> Make, int Slot)> _aggregates = [];
    readonly List<(RowValue Value, int Slot)> _columns = [];

    /// <summary>The scope of the rows that come out.</summary>
    public RowScope Output { get; } = RowScope.AfterStats();

    /// <summary>The names of the columns: groups, then aggregations.</summary>
    public List<string> Columns { get; } = [];

    /// <exception cref="SyntaxException">A name is unknown, or a function does not take its arguments.</exception>
    public void Plan(StatsSyntax stats)
    {
        var offset = stats.Offset?.Period.Length ?? 0;
        var groups = new ExpressionCompiler(input, settings with { BinOffset = offset });
        foreach (var group in stats.Groups)
        {
            _keys.Add((groups.Compile(group.Expression), Output.DefineColumn(group)));
            Columns.Add(group.Name);
        }

        Output.NextStage();
        var results = new ExpressionCompiler(Output, settings, Aggregate);
        foreach (var column in stats.Columns)
        {
            var value = results.Compile(column.Expression);
            _columns.Add((value, Output.DefineColumn(column)));
            Columns.Add(column.Name);
        }
    }

    public StatsStage Make(Row output) => new([.. _keys], [.. _aggregates], [.. _columns], output, budget);

    RowValue Aggregate(CallExpression call)
    {
        var arguments = new ExpressionCompiler(input, settings, NoneInside);
        var slot = Output.NewSlot();
        _aggregates.Add((AggregateTable.Find(call).Compile(new CallSite(call, arguments), budget), slot));
        return row => row.Get(slot);
    }

    static RowValue NoneInside(CallExpression call) => throw InsightsErrors.NestedAggregate(call.Function, call.Span);
}
