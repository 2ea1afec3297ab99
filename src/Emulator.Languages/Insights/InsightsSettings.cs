using Emulator.Languages.Text;

namespace Emulator.Languages.Insights;

/// <summary>What a run of a query depends on beside the events.</summary>
public sealed record InsightsSettings
{
    /// <summary>When the query was started, in milliseconds since the epoch.</summary>
    public required long Now { get; init; }

    /// <summary>The first timestamp, in milliseconds since the epoch.</summary>
    public required long StartTime { get; init; }

    /// <summary>The last timestamp, in milliseconds since the epoch.</summary>
    public required long EndTime { get; init; }

    /// <summary>How many rows to return when the query has no <c>limit</c>; from 1 to <see cref="InsightsQuery.MaxRows"/>.</summary>
    public int Limit { get; init; } = InsightsQuery.DefaultRows;

    /// <summary>What the query may remember, in bytes; default 256 MiB. AWS's limit is not known.</summary>
    public int MaxMemory { get; init; } = 256 << 20;

    /// <summary>The values that the subqueries have found.</summary>
    public IReadOnlyDictionary<InsightsQuery, IReadOnlySet<string>> Subqueries { get; init; } =
        new Dictionary<InsightsQuery, IReadOnlySet<string>>();

    /// <summary>How far the buckets of <c>bin</c> are shifted, in milliseconds.</summary>
    internal long BinOffset { get; init; }

    /// <exception cref="SyntaxException">It does not stand in a condition of <c>filter</c>.</exception>
    internal IReadOnlySet<string> ResultsOf(InQueryExpression membership) =>
        Subqueries.FirstOrDefault(pair => ReferenceEquals(pair.Key.Syntax, membership.Query)).Value
        ?? throw InsightsErrors.MisplacedSubquery(membership.Span);
}
