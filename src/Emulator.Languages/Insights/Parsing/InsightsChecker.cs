using Emulator.Languages.Text;

namespace Emulator.Languages.Insights;

/// <summary>Refuses queries whose commands come in an order that has no meaning. Names and arguments are checked by <see cref="InsightsPlan"/>.</summary>
internal static class InsightsChecker
{
    /// <exception cref="SyntaxException">A command is in the wrong place, or there are too many of a kind.</exception>
    public static void Check(QuerySyntax query)
    {
        StageSyntax? ordered = null;
        var stats = 0;
        var splits = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < query.Stages.Count; i++)
        {
            var stage = query.Stages[i];
            if (i > 0 && query.Stages[i - 1] is DedupSyntax && stage is not LimitSyntax)
            {
                throw InsightsErrors.WrongPlace(NameOf(stage), stage.Span);
            }

            if (stage is StatsSyntax or PatternSyntax && ordered is not null)
            {
                throw InsightsErrors.WrongPlace(NameOf(stage), stage.Span);
            }

            if (stage is StatsSyntax && ++stats > InsightsQuery.MaxStats)
            {
                throw InsightsErrors.TooManyStats(stage.Span);
            }

            ordered = stage is SortSyntax or LimitSyntax ? stage : ordered;
            Check(stage, splits);
        }
    }

    /// <param name="splits">The fields that hold the list of a <c>split</c>.</param>
    static void Check(StageSyntax stage, HashSet<string> splits)
    {
        switch (stage)
        {
            case ParseGlobSyntax glob
                when new GlobParser(glob.Pattern.Text).Count is var count && count != glob.Names.Count:
                throw InsightsErrors.WrongNumberOfNames(count, glob.Names.Count, glob.Pattern.Span);
            case UnnestSyntax unnest when IsSplit(unnest.List) || splits.Contains(unnest.List.ToString()):
                throw InsightsErrors.UnnestOfSplit(unnest.List.Span);
            case FieldsSyntax fields:
                splits.UnionWith(
                    fields
                        .Columns.Where(column => column.Alias is not null && IsSplit(column.Expression))
                        .Select(column => column.Alias!.ToString())
                );
                break;
        }
    }

    static bool IsSplit(Expression expression) =>
        expression is CallExpression call && call.Function.Equals("split", StringComparison.OrdinalIgnoreCase);

    static string NameOf(StageSyntax stage) => stage.ToString().Split(' ')[0];
}
