using Emulator.Languages.MetricMath;

namespace Emulator.Languages.MetricsSql;

/// <summary>The series of a query, and whether its limits cut something off.</summary>
/// <param name="Result">Labelled with the values of the group, separated by blanks; without groups the label is empty.</param>
/// <param name="HasTooManyMetrics">More metrics matched than a query processes: message code <c>MaxMatchingResultsExceeded</c>.</param>
/// <param name="HasTooManySeries">More series resulted than a query returns: message code <c>MaxQueryResultsExceeded</c>.</param>
/// <param name="Groups">For each series of a query with GROUP BY the values of its keys, by the names of the keys.</param>
public sealed record MetricsSqlResult(
    MetricMathResult Result,
    bool HasTooManyMetrics,
    bool HasTooManySeries,
    IReadOnlyList<IReadOnlyDictionary<string, string>> Groups
);
