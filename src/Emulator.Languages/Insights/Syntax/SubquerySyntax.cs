using Emulator.Languages.Text;

namespace Emulator.Languages.Insights;

/// <summary>Finds the queries inside the conditions of a query.</summary>
internal static class SubquerySyntax
{
    /// <exception cref="SyntaxException">There is one inside another, or outside a filter.</exception>
    public static IEnumerable<QuerySyntax> Of(QuerySyntax query) =>
        query.Stages.OfType<FilterSyntax>().SelectMany(stage => In(stage.Condition));

    static IEnumerable<QuerySyntax> In(Expression expression)
    {
        switch (expression)
        {
            case InQueryExpression membership:
                Check(membership);
                return [membership.Query];
            case BinaryExpression binary:
                return In(binary.Left).Concat(In(binary.Right));
            case NotExpression not:
                return In(not.Operand);
            default:
                return [];
        }
    }

    static void Check(InQueryExpression membership)
    {
        if (Of(membership.Query).Any())
        {
            throw InsightsErrors.NestedSubquery(membership.Span);
        }

        if (membership.Query.Stages is not [.., FieldsSyntax { Columns.Count: 1 }])
        {
            throw InsightsErrors.OneSubqueryField(membership.Span);
        }
    }
}
