using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Groups;
using Emulator.Services.Logs.Shapes;
using Emulator.Services.Logs.Subscriptions;

namespace Emulator.Services.Logs.Operations.Destinations;

/// <summary>Creates or replaces a destination.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutDestination.html"/>
/// </remarks>
[Operation]
internal static partial class PutDestination
{
    [Shape]
    public sealed partial record Request
    {
        [Length(1, 512), RegularExpression(Patterns.Name)]
        public required string DestinationName { get; init; }

        /// <summary>The ARN of a Kinesis stream or a Firehose stream.</summary>
        [MinLength(1)]
        public required string TargetArn { get; init; }

        [MinLength(1)]
        public required string RoleArn { get; init; }

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
        public required Destination Destination { get; init; }
    }

    /// <exception cref="AwsException">InvalidParameterException.</exception>
    public static async ValueTask<Response> Handle(Request request, LogsScope logs, CancellationToken cancel)
    {
        var target = SubscriptionTarget.Parse(request.TargetArn);
        target.RequireStream();

        var destination = await logs.Write(write =>
        {
            var known = logs.State.Destinations.Find(request.DestinationName);
            var document = new DestinationDocument
            {
                Destination = new Destination
                {
                    DestinationName = request.DestinationName,
                    TargetArn = request.TargetArn,
                    RoleArn = request.RoleArn,
                    AccessPolicy = known?.Destination.AccessPolicy,
                    Arn = LogArn.Destination(logs.Scope, request.DestinationName),
                    CreationTime = known?.Destination.CreationTime ?? logs.Now,
                },
                Tags = TagRules.With(
                    known?.Tags ?? new Dictionary<string, string>(),
                    request.Tags ?? new Dictionary<string, string>(),
                    request.DestinationName
                ),
            };
            logs.State.Destinations.Put(write, document);
            if (known?.Destination.TargetArn != request.TargetArn)
            {
                ControlMessage.Send(write, logs.Engine, logs.Scope, document.Destination.Arn, target);
            }

            return document.Destination;
        });

        return new Response { Destination = destination };
    }
}
