using Emulator.Languages.Metrics;

namespace Emulator.Languages.Search;

/// <summary>A condition on a metric, given the account that <c>LOCAL</c> means.</summary>
internal delegate bool SearchPredicate(IMetricIdentity metric, string localAccountId);

/// <summary>Compiles a search to a predicate.</summary>
/// <remarks>A metric without the dimension that a term names does not match that term.</remarks>
internal static class SearchPlan
{
    const string LocalAccount = "LOCAL";

    public static SearchPredicate Compile(SearchQuery query)
    {
        var schema = query.Schema is null ? Always : Schema(query.Schema);
        var term = query.Term is null ? Always : Term(query.Term);
        return (metric, local) => schema(metric, local) && term(metric, local);
    }

    static bool Always(IMetricIdentity metric, string localAccountId) => true;

    // A schema with dimensions wants exactly these; with the namespace alone it admits any.
    static SearchPredicate Schema(SchemaSyntax schema) =>
        schema.Dimensions.Count == 0
            ? (metric, _) => metric.Namespace == schema.Namespace
            : (metric, _) =>
                metric.Namespace == schema.Namespace && MetricDimensions.AreExactly(metric, schema.Dimensions);

    static SearchPredicate Term(SearchSyntax term)
    {
        switch (term)
        {
            case AllSyntax all:
                var conditions = all.Terms.Select(Term).ToArray();
                return (metric, local) => Array.TrueForAll(conditions, condition => condition(metric, local));
            case AnySyntax any:
                var choices = any.Terms.Select(Term).ToArray();
                return (metric, local) => Array.Exists(choices, choice => choice(metric, local));
            case NotSyntax not:
                var negated = Term(not.Term);
                return (metric, local) => !negated(metric, local);
            default:
                return Match((MatchSyntax)term);
        }
    }

    static SearchPredicate Match(MatchSyntax match)
    {
        if (match.Property == SearchChecker.AccountId)
        {
            return (metric, local) => metric.AccountId == (match.Text == LocalAccount ? local : match.Text);
        }

        var matches = NamePredicate(match);
        return match.Property switch
        {
            null => (metric, _) => AnyName(metric, matches),
            "MetricName" => (metric, _) => matches(metric.MetricName),
            "Namespace" => (metric, _) => matches(metric.Namespace),
            var dimension => (metric, _) => MetricDimensions.ValueOf(metric, dimension) is { } value && matches(value),
        };
    }

    static Predicate<string> NamePredicate(MatchSyntax match)
    {
        if (match.IsExact)
        {
            return name => name == match.Text;
        }

        return new SearchWord(match.Text).Matches;
    }

    static bool AnyName(IMetricIdentity metric, Predicate<string> matches)
    {
        if (matches(metric.MetricName) || matches(metric.Namespace))
        {
            return true;
        }

        for (var i = 0; i < metric.DimensionCount; i++)
        {
            var (name, value) = metric.Dimension(i);
            if (matches(name) || matches(value))
            {
                return true;
            }
        }

        return false;
    }
}
