using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Events;
using Emulator.Services.Logs.Ingestion;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Operations.LogEvents;

/// <summary>Stores events in a log stream.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutLogEvents.html"/>
/// </remarks>
[Operation]
internal static partial class PutLogEvents
{
    [Shape]
    public sealed partial record Request
    {
        [Length(1, 512), RegularExpression(Patterns.LogGroupName)]
        public required string LogGroupName { get; init; }

        [Length(1, 512), RegularExpression(Patterns.Name)]
        public required string LogStreamName { get; init; }

        [Length(1, LogLimits.MaxEvents)]
        public required IReadOnlyList<InputLogEvent> LogEvents { get; init; }

        /// <summary>Ignored, whatever it says.</summary>
        [MinLength(1)]
        public string? SequenceToken { get; init; }

        public Entity? Entity { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        public string? NextSequenceToken { get; init; }

        public RejectedLogEventsInfo? RejectedLogEventsInfo { get; init; }

        public RejectedEntityInfo? RejectedEntityInfo { get; init; }
    }

    /// <exception cref="AwsException">InvalidParameterException, ResourceNotFoundException.</exception>
    public static async ValueTask<Response> Handle(Request request, LogsScope logs, CancellationToken cancel)
    {
        var group = logs.Groups.Require(request.LogGroupName);
        var stream = group.Streams.Require(request.LogStreamName);
        var now = logs.Now;
        var window = PutWindow.Of(request.LogEvents, group.Document, now, logs.Rejection);
        var rejected = EntityRules.Reject(request.Entity, group.Document);
        var entity = rejected is null ? request.Entity : null;

        var sequence = await logs.State.Ingestion.PutAsync(group, stream, request.LogEvents, window, now, entity);

        return new Response
        {
            NextSequenceToken = SequenceToken.Of(now, sequence),
            RejectedLogEventsInfo = window.Rejected,
            RejectedEntityInfo = rejected,
        };
    }
}
