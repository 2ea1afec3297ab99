using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Protocol.Validation;
using Emulator.Services.Logs.Groups;
using Emulator.Services.Logs.Queries;
using Emulator.Services.Logs.ScheduledQueries;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Operations.ScheduledQueries;

/// <summary>Creates a query that runs by a schedule.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateScheduledQuery.html"/>
/// </remarks>
[Operation(Fidelity = Fidelity.Partial, Validation = ValidationStyle.FrameworkValidationException)]
internal static partial class CreateScheduledQuery
{
    [Shape]
    public sealed partial record Request
    {
        [Length(1, 300)]
        public required string Name { get; init; }

        [MaxLength(1024)]
        public string? Description { get; init; }

        /// <summary>CWLI; the others are refused.</summary>
        [EnumSet(typeof(QueryLanguage))]
        public required string QueryLanguage { get; init; }

        [MaxLength(10_000)]
        public required string QueryString { get; init; }

        /// <summary>Names or ARNs; left out when the query names its log groups.</summary>
        [
            Length(1, QueryTargets.MaxNamed),
            ElementLength(1, 2048),
            ElementRegularExpression(Patterns.LogGroupIdentifier)
        ]
        public IReadOnlyList<string>? LogGroupIdentifiers { get; init; }

        /// <summary><c>cron(minute hour day-of-month month day-of-week year)</c>.</summary>
        [MaxLength(256)]
        public required string ScheduleExpression { get; init; }

        /// <summary>Where the schedule's clock stands; default UTC.</summary>
        [MinLength(1)]
        public string? Timezone { get; init; }

        /// <summary>How many seconds before a run its events begin; default the time of the last run.</summary>
        public long? StartTimeOffset { get; init; }

        /// <summary>How many seconds before a run its events end; default 0.</summary>
        public long? EndTimeOffset { get; init; }

        public DestinationConfiguration? DestinationConfiguration { get; init; }

        /// <summary>The first moment of a run, in seconds since the epoch.</summary>
        [Minimum(0)]
        public long? ScheduleStartTime { get; init; }

        /// <summary>The last moment of a run, in seconds since the epoch.</summary>
        [Minimum(0)]
        public long? ScheduleEndTime { get; init; }

        /// <summary>Stored and shown; there are no permissions.</summary>
        [MinLength(1)]
        public required string ExecutionRoleArn { get; init; }

        /// <summary>Default ENABLED.</summary>
        [EnumSet(typeof(ScheduledQueryState))]
        public string? State { get; init; }

        [
            Length(1, 50),
            KeyLength(1, 128),
            KeyRegularExpression(Patterns.TagKey),
            ElementLength(0, 256),
            ElementRegularExpression(Patterns.TagValue)
        ]
        public IReadOnlyDictionary<string, string>? Tags { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        public required string ScheduledQueryArn { get; init; }

        public required string State { get; init; }
    }

    /// <exception cref="AwsException">ConflictException, NotImplemented, ResourceNotFoundException, ValidationException.</exception>
    public static async ValueTask<Response> Handle(Request request, LogsScope logs, CancellationToken cancel)
    {
        var query = new ScheduledQueryDocument
        {
            Id = logs.Ids.NextUuid(),
            Name = request.Name,
            Description = request.Description,
            QueryLanguage = request.QueryLanguage,
            QueryString = request.QueryString,
            LogGroupIdentifiers = request.LogGroupIdentifiers,
            ScheduleExpression = request.ScheduleExpression,
            Timezone = request.Timezone,
            StartTimeOffset = request.StartTimeOffset,
            EndTimeOffset = request.EndTimeOffset,
            DestinationConfiguration = request.DestinationConfiguration,
            ScheduleStartTime = request.ScheduleStartTime,
            ScheduleEndTime = request.ScheduleEndTime,
            ExecutionRoleArn = request.ExecutionRoleArn,
            State = request.State ?? ScheduledQueryState.Enabled,
            CreationTime = logs.Now,
            LastUpdatedTime = logs.Now,
            Tags = TagRules.With(
                new Dictionary<string, string>(),
                request.Tags ?? new Dictionary<string, string>(),
                request.Name
            ),
        };
        ScheduledQueryRules.Check(query, logs);

        await logs.Write(write => logs.State.ScheduledQueries.Create(write, query));

        return new Response { ScheduledQueryArn = logs.State.ScheduledQueries.ArnOf(query), State = query.State };
    }
}
