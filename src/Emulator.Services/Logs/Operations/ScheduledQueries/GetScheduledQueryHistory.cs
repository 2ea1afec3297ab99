using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Protocol.Validation;
using Emulator.Services.Logs.Queries;
using Emulator.Services.Logs.ScheduledQueries;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Operations.ScheduledQueries;

/// <summary>Lists the runs of a scheduled query in a time, the newest first.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetScheduledQueryHistory.html"/>
/// </remarks>
[Operation(Validation = ValidationStyle.FrameworkValidationException)]
internal static partial class GetScheduledQueryHistory
{
    [Shape]
    public sealed partial record Request
    {
        /// <summary>Its name or its ARN.</summary>
        [Length(1, 300)]
        public required string Identifier { get; init; }

        /// <summary>Seconds since the epoch, included; milliseconds are understood too.</summary>
        [Minimum(0)]
        public required long StartTime { get; init; }

        /// <summary>Seconds since the epoch, included.</summary>
        [Minimum(0)]
        public required long EndTime { get; init; }

        [EnumSet(typeof(ExecutionStatus))]
        public IReadOnlyList<string>? ExecutionStatuses { get; init; }

        [Range(1, 1000)]
        public int? MaxResults { get; init; }

        [MinLength(1)]
        public string? NextToken { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        public required string Name { get; init; }

        public required string ScheduledQueryArn { get; init; }

        public required IReadOnlyList<TriggerHistoryRecord> TriggerHistory { get; init; }

        public string? NextToken { get; init; }
    }

    /// <summary>A run.</summary>
    [Shape]
    public sealed partial record TriggerHistoryRecord
    {
        public required string QueryId { get; init; }

        /// <summary>One of <see cref="ExecutionStatus"/>.</summary>
        public required string ExecutionStatus { get; init; }

        /// <summary>Milliseconds since the epoch.</summary>
        public required long TriggeredTimestamp { get; init; }

        public string? ErrorMessage { get; init; }

        public IReadOnlyList<ScheduledQueryDestination>? Destinations { get; init; }
    }

    /// <exception cref="AwsException">ResourceNotFoundException, ValidationException.</exception>
    public static Response Handle(Request request, LogsScope logs)
    {
        var queries = logs.State.ScheduledQueries;
        var query = queries.Require(request.Identifier);
        var (from, until) = (QueryRange.First(request.StartTime), QueryRange.Last(request.EndTime));

        var page = LogPage<LogQuery>
            .Take(
                $"GetScheduledQueryHistory {query.Id} {from} {until} {string.Join(',', request.ExecutionStatuses ?? [])}",
                request.NextToken,
                request.MaxResults,
                after =>
                    queries
                        .RunsOf(query)
                        .Where(run => run.Document.CreateTime >= from && run.Document.CreateTime <= until)
                        .Where(run =>
                            request.ExecutionStatuses is not { } wanted || wanted.Contains(ScheduledRun.StatusOf(run))
                        )
                        .Where(run => after is null || string.CompareOrdinal(Position(run), after) < 0),
                Position,
                LogsErrors.NextTokenNotValid
            )
            .Select(Record);

        return new Response
        {
            Name = query.Name,
            ScheduledQueryArn = queries.ArnOf(query),
            TriggerHistory = page.Items,
            NextToken = page.NextToken,
        };
    }

    static TriggerHistoryRecord Record(LogQuery run) =>
        new()
        {
            QueryId = run.Document.QueryId,
            ExecutionStatus = ScheduledRun.StatusOf(run),
            TriggeredTimestamp = run.Document.CreateTime,
            ErrorMessage = run.Document.Schedule?.ErrorMessage,
            Destinations = run.Document.Schedule?.Destinations,
        };

    static string Position(LogQuery run) => run.Document.Order.ToString("D20", CultureInfo.InvariantCulture);
}
