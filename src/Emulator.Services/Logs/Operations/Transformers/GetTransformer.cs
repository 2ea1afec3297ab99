using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Operations.Transformers;

/// <summary>Shows the transformer of a log group itself.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetTransformer.html"/>
/// </remarks>
[Operation]
internal static partial class GetTransformer
{
    [Shape]
    public sealed partial record Request
    {
        [Length(1, 2048), RegularExpression(Patterns.LogGroupIdentifier)]
        public required string LogGroupIdentifier { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        /// <summary>The ARN.</summary>
        public required string LogGroupIdentifier { get; init; }

        /// <summary>Milliseconds since the epoch.</summary>
        public required long CreationTime { get; init; }

        /// <summary>Milliseconds since the epoch.</summary>
        public required long LastModifiedTime { get; init; }

        public required IReadOnlyList<Processor> TransformerConfig { get; init; }
    }

    /// <exception cref="AwsException">ResourceNotFoundException: no such log group, or it has no transformer.</exception>
    public static Response Handle(Request request, LogsScope logs)
    {
        var group = logs.RequireOwnGroup(request.LogGroupIdentifier);
        var transformer = logs.State.Transformers.Find(group.Name) ?? throw LogsErrors.TransformerNotFound();
        return new Response
        {
            LogGroupIdentifier = group.Arn,
            CreationTime = transformer.CreationTime,
            LastModifiedTime = transformer.LastModifiedTime,
            TransformerConfig = transformer.Config,
        };
    }
}
