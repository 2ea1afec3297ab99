using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Filters;
using Emulator.Services.Logs.Shapes;
using Emulator.Services.Logs.Subscriptions;

namespace Emulator.Services.Logs.Operations.SubscriptionFilters;

/// <summary>Creates or replaces a subscription filter.</summary>
/// <remarks>
/// It forwards the events that come in from now on.
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutSubscriptionFilter.html"/>
/// </remarks>
[Operation]
internal static partial class PutSubscriptionFilter
{
    [Shape]
    public sealed partial record Request
    {
        [Length(1, 512), RegularExpression(Patterns.LogGroupName)]
        public required string LogGroupName { get; init; }

        [Length(1, 512), RegularExpression(Patterns.Name)]
        public required string FilterName { get; init; }

        [Length(0, 1024)]
        public required string FilterPattern { get; init; }

        /// <summary>The ARN of a function, a Kinesis stream, a Firehose stream, or a destination.</summary>
        [MinLength(1)]
        public required string DestinationArn { get; init; }

        [MinLength(1)]
        public string? RoleArn { get; init; }

        /// <summary>Default by log stream.</summary>
        [EnumSet(typeof(Distribution))]
        public string? Distribution { get; init; }

        public bool? ApplyOnTransformedLogs { get; init; }

        [Length(0, 2000)]
        public string? FieldSelectionCriteria { get; init; }

        public IReadOnlyList<string>? EmitSystemFields { get; init; }
    }

    /// <exception cref="AwsException">
    /// AccessDeniedException, InvalidParameterException, ResourceNotFoundException, LimitExceededException.
    /// </exception>
    public static async ValueTask<Empty> Handle(Request request, LogsScope logs, CancellationToken cancel)
    {
        var target = SubscriptionTarget.Parse(request.DestinationArn);
        target.RequireOwnFunction(logs.Scope);
        target.RequireRole(request.RoleArn);
        LogPattern.Compile(request.FilterPattern);
        FieldSelection.Require(request.FieldSelectionCriteria);
        FieldSelection.RequireFields(request.EmitSystemFields);

        await logs.Write(write =>
        {
            var group = logs.Groups.Require(request.LogGroupName);
            group.RequireStandard();
            target.RequireDestination(logs);
            new GroupFilters(logs.State, request.LogGroupName).RequireRoomForSubscription(
                request.FilterName,
                request.FilterPattern
            );
            var name = LogsState.NameOf(request.LogGroupName, request.FilterName);
            var known = logs.State.SubscriptionFilters.Find(name);

            logs.State.SubscriptionFilters.Put(
                write,
                new SubscriptionFilter
                {
                    FilterName = request.FilterName,
                    LogGroupName = request.LogGroupName,
                    FilterPattern = request.FilterPattern,
                    DestinationArn = request.DestinationArn,
                    RoleArn = request.RoleArn,
                    Distribution = request.Distribution ?? Shapes.Distribution.ByLogStream,
                    ApplyOnTransformedLogs = request.ApplyOnTransformedLogs ?? false,
                    CreationTime = known?.CreationTime ?? logs.Now,
                    FieldSelectionCriteria = request.FieldSelectionCriteria,
                    EmitSystemFields = request.EmitSystemFields,
                }
            );
            logs.State.Pipelines.Invalidate_OnWriter();
            if (known?.DestinationArn != request.DestinationArn && target.Resolve(logs.Engine) is { } stream)
            {
                ControlMessage.Send(write, logs.Engine, logs.Scope, group.Arn, stream);
            }
        });

        return Empty.Value;
    }
}
