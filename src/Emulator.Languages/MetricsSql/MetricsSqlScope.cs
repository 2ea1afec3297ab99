using Emulator.Languages.Metrics;

namespace Emulator.Languages.MetricsSql;

/// <summary>What a query can ask about beyond the names of a metric.</summary>
/// <param name="CurrentAccountId">The meaning of <c>CURRENT_ACCOUNT_ID()</c>.</param>
/// <param name="TagOf">The value of a tag of the resource behind a metric; null when it has none.</param>
public sealed record MetricsSqlScope(string CurrentAccountId, Func<IMetricIdentity, string, string?> TagOf);
