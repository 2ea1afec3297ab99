using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Groups;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Operations.Tagging;

/// <summary>Removes tags of a resource.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_UntagResource.html"/>
/// </remarks>
[Operation]
internal static partial class UntagResource
{
    [Shape]
    public sealed partial record Request
    {
        /// <summary>The ARN of a log group without <c>:*</c>, or of another resource.</summary>
        [Length(1, 1011), RegularExpression(Patterns.ResourceArn)]
        public required string ResourceArn { get; init; }

        /// <summary>Keys; those that the resource does not have do not matter.</summary>
        [Length(0, 50), ElementLength(1, 128), ElementRegularExpression(Patterns.TagKey)]
        public required IReadOnlyList<string> TagKeys { get; init; }
    }

    /// <exception cref="AwsException">ResourceNotFoundException.</exception>
    public static async ValueTask<Empty> Handle(Request request, LogsScope logs, CancellationToken cancel)
    {
        await logs.Write(write =>
            TaggedResource
                .ByArn(logs, request.ResourceArn)
                .Change(write, tags => TagRules.Without(tags, request.TagKeys))
        );

        return Empty.Value;
    }
}
