using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Queries;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.ScheduledQueries;

/// <summary>What a query knows that is a run of a scheduled query.</summary>
[Shape]
public sealed partial record ScheduledRun
{
    public required string ScheduledQueryId { get; init; }

    /// <summary>One of <see cref="ExecutionStatus"/>, when the query could not even start; else <c>null</c>.</summary>
    public string? Refusal { get; init; }

    public string? ErrorMessage { get; init; }

    /// <summary>Where the results go; <c>null</c> for nowhere.</summary>
    public LookupTableConfiguration? LookupTable { get; init; }

    /// <summary>What has come of that; <c>null</c> until the query is complete.</summary>
    public IReadOnlyList<ScheduledQueryDestination>? Destinations { get; init; }

    /// <summary>How a run has gone so far: one of <see cref="ExecutionStatus"/>.</summary>
    internal static string StatusOf(LogQuery run) =>
        run.Document.Schedule?.Refusal
        ?? run.Status switch
        {
            QueryStatus.Scheduled or QueryStatus.Running => ExecutionStatus.Running,
            QueryStatus.Complete => ExecutionStatus.Complete,
            QueryStatus.Timeout => ExecutionStatus.Timeout,
            _ => ExecutionStatus.Failed,
        };
}
