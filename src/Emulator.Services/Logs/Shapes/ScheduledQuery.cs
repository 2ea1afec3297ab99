using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.ScheduledQueries;

namespace Emulator.Services.Logs.Shapes;

/// <summary>A scheduled query with all that is known of it.</summary>
[Shape]
public sealed partial record ScheduledQuery
{
    public required string ScheduledQueryArn { get; init; }

    public required string Name { get; init; }

    public string? Description { get; init; }

    /// <summary>One of <see cref="Shapes.QueryLanguage"/>.</summary>
    public required string QueryLanguage { get; init; }

    public required string QueryString { get; init; }

    public IReadOnlyList<string>? LogGroupIdentifiers { get; init; }

    public required string ScheduleExpression { get; init; }

    public required string Timezone { get; init; }

    public long? StartTimeOffset { get; init; }

    public long? EndTimeOffset { get; init; }

    public DestinationConfiguration? DestinationConfiguration { get; init; }

    /// <summary>One of <see cref="ScheduledQueryState"/>.</summary>
    public required string State { get; init; }

    /// <summary>One of <see cref="Shapes.ScheduleType"/>.</summary>
    public required string ScheduleType { get; init; }

    /// <summary>Milliseconds since the epoch.</summary>
    public long? LastTriggeredTime { get; init; }

    /// <summary>One of <see cref="ExecutionStatus"/>.</summary>
    public string? LastExecutionStatus { get; init; }

    /// <summary>Seconds since the epoch.</summary>
    public long? ScheduleStartTime { get; init; }

    /// <summary>Seconds since the epoch.</summary>
    public long? ScheduleEndTime { get; init; }

    public required string ExecutionRoleArn { get; init; }

    /// <summary>Milliseconds since the epoch.</summary>
    public required long CreationTime { get; init; }

    /// <summary>Milliseconds since the epoch.</summary>
    public required long LastUpdatedTime { get; init; }

    internal static ScheduledQuery Of(ScheduledQueryDocument document, ScheduledQueryCatalog queries) =>
        new()
        {
            ScheduledQueryArn = queries.ArnOf(document),
            Name = document.Name,
            Description = document.Description,
            QueryLanguage = document.QueryLanguage,
            QueryString = document.QueryString,
            LogGroupIdentifiers = document.LogGroupIdentifiers,
            ScheduleExpression = document.ScheduleExpression,
            Timezone = document.Timezone ?? "UTC",
            StartTimeOffset = document.StartTimeOffset,
            EndTimeOffset = document.EndTimeOffset,
            DestinationConfiguration = document.DestinationConfiguration,
            State = document.State,
            ScheduleType = Shapes.ScheduleType.CustomerManaged,
            LastTriggeredTime = document.LastTriggeredTime,
            LastExecutionStatus = queries.LastRunOf(document) is { } run ? ScheduledRun.StatusOf(run) : null,
            ScheduleStartTime = document.ScheduleStartTime,
            ScheduleEndTime = document.ScheduleEndTime,
            ExecutionRoleArn = document.ExecutionRoleArn,
            CreationTime = document.CreationTime,
            LastUpdatedTime = document.LastUpdatedTime,
        };
}
