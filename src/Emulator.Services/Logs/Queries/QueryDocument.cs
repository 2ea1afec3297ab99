using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.ScheduledQueries;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Queries;

/// <summary>What is stored of a query beside its results.</summary>
/// <remarks>The summary of a block; the format is docs/formats/query-results.md.</remarks>
[Shape]
public sealed partial record QueryDocument
{
    /// <summary><c>account/region</c>.</summary>
    public required string Scope { get; init; }

    public required string QueryId { get; init; }

    /// <summary>Its place among all queries: greater than that of every earlier one.</summary>
    public required long Order { get; init; }

    /// <summary>The query that runs.</summary>
    public required string QueryString { get; init; }

    /// <summary>The query as listings show it.</summary>
    public required string Text { get; init; }

    /// <summary>The ARNs of the log groups.</summary>
    public required IReadOnlyList<string> LogGroups { get; init; }

    /// <summary>Milliseconds since the epoch.</summary>
    public required long CreateTime { get; init; }

    /// <summary>The first timestamp, in milliseconds since the epoch.</summary>
    public required long StartTime { get; init; }

    /// <summary>The last timestamp, in milliseconds since the epoch.</summary>
    public required long EndTime { get; init; }

    /// <summary>How many rows the request asked for; <c>null</c> for the default.</summary>
    public int? Limit { get; init; }

    /// <summary>One of <see cref="QueryStatus"/>; while it runs, Scheduled.</summary>
    public required string Status { get; init; }

    /// <summary>Milliseconds; <c>null</c> until it ends.</summary>
    public long? Duration { get; init; }

    /// <summary><c>null</c> until it ends.</summary>
    public QueryStatistics? Statistics { get; init; }

    /// <summary>Which scheduled query it is a run of; <c>null</c> when somebody has started it.</summary>
    public ScheduledRun? Schedule { get; init; }
}
