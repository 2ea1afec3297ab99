using Emulator.Languages.Metrics;
using Emulator.Languages.Text;

namespace Emulator.Languages.Search;

/// <summary>The first argument of SEARCH: which metrics to find.</summary>
/// <remarks>
/// The caller offers the metrics that had data in the past two weeks, in first-seen order.
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/search-expression-syntax.html"/>
/// </remarks>
/// <threadsafety>Immutable.</threadsafety>
public sealed class MetricSearch
{
    /// <summary>The most characters that a search may have.</summary>
    public const int MaxLength = 1024;

    readonly SearchQuery _query;
    readonly SearchPredicate _matches;

    MetricSearch(SearchQuery query)
    {
        SearchChecker.Check(query);
        _query = query;
        _matches = SearchPlan.Compile(query);
    }

    /// <summary>The only namespace in which a metric can match; null when any can.</summary>
    public string? Namespace => _query.Schema?.Namespace;

    /// <exception cref="SyntaxException">The source is not a search, is empty, or too long.</exception>
    public static MetricSearch Parse(string source) =>
        source.Length > MaxLength ? throw SearchErrors.TooLong(source.Length) : new(SearchParser.Parse(source));

    /// <param name="localAccountId">The account that asks, which the search may call <c>'LOCAL'</c>.</param>
    public bool Matches(IMetricIdentity metric, string localAccountId) => _matches(metric, localAccountId);

    /// <summary>The canonical source.</summary>
    public override string ToString() => _query.ToString();
}
