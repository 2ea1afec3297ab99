using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Protocol.Validation;
using Emulator.Services.Logs.ScheduledQueries;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Operations.ScheduledQueries;

/// <summary>Lists scheduled queries by name.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_ListScheduledQueries.html"/>
/// </remarks>
[Operation(Validation = ValidationStyle.FrameworkValidationException)]
internal static partial class ListScheduledQueries
{
    [Shape]
    public sealed partial record Request
    {
        [Range(1, 1000)]
        public int? MaxResults { get; init; }

        [MinLength(1)]
        public string? NextToken { get; init; }

        [EnumSet(typeof(ScheduledQueryState))]
        public string? State { get; init; }

        /// <summary>There are none that AWS manages.</summary>
        [EnumSet(typeof(ScheduleType))]
        public string? ScheduleType { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        public string? NextToken { get; init; }

        public required IReadOnlyList<ScheduledQuerySummary> ScheduledQueries { get; init; }
    }

    /// <summary>A scheduled query as listings show it.</summary>
    [Shape]
    public sealed partial record ScheduledQuerySummary
    {
        public required string ScheduledQueryArn { get; init; }

        public required string Name { get; init; }

        public required string State { get; init; }

        public required string ScheduleType { get; init; }

        /// <summary>Milliseconds since the epoch.</summary>
        public long? LastTriggeredTime { get; init; }

        /// <summary>One of <see cref="ExecutionStatus"/>.</summary>
        public string? LastExecutionStatus { get; init; }

        public required string ScheduleExpression { get; init; }

        public required string Timezone { get; init; }

        public DestinationConfiguration? DestinationConfiguration { get; init; }

        /// <summary>Milliseconds since the epoch.</summary>
        public required long CreationTime { get; init; }

        /// <summary>Milliseconds since the epoch.</summary>
        public required long LastUpdatedTime { get; init; }
    }

    /// <exception cref="AwsException">ValidationException.</exception>
    public static Response Handle(Request request, LogsScope logs)
    {
        var queries = logs.State.ScheduledQueries;

        var page = LogPage<ScheduledQueryDocument>
            .Take(
                $"ListScheduledQueries {request.State} {request.ScheduleType}",
                request.NextToken,
                request.MaxResults,
                after => queries.After(after).Where(query => Matches(query, request)),
                query => query.Name,
                LogsErrors.NextTokenNotValid
            )
            .Select(query => Summary(ScheduledQuery.Of(query, queries)));

        return new Response { ScheduledQueries = page.Items, NextToken = page.NextToken };
    }

    static bool Matches(ScheduledQueryDocument query, Request request) =>
        (request.State is null || query.State == request.State)
        && request.ScheduleType is null or Shapes.ScheduleType.CustomerManaged;

    static ScheduledQuerySummary Summary(ScheduledQuery query) =>
        new()
        {
            ScheduledQueryArn = query.ScheduledQueryArn,
            Name = query.Name,
            State = query.State,
            ScheduleType = query.ScheduleType,
            LastTriggeredTime = query.LastTriggeredTime,
            LastExecutionStatus = query.LastExecutionStatus,
            ScheduleExpression = query.ScheduleExpression,
            Timezone = query.Timezone,
            DestinationConfiguration = query.DestinationConfiguration,
            CreationTime = query.CreationTime,
            LastUpdatedTime = query.LastUpdatedTime,
        };
}
