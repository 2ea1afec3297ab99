using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Groups;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Operations.Tagging;

/// <summary>Lists the tags of a resource.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_ListTagsForResource.html"/>
/// </remarks>
[Operation]
internal static partial class ListTagsForResource
{
    [Shape]
    public sealed partial record Request
    {
        /// <summary>The ARN of a log group without <c>:*</c>, or of another resource.</summary>
        [Length(1, 1011), RegularExpression(Patterns.ResourceArn)]
        public required string ResourceArn { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        public required IReadOnlyDictionary<string, string> Tags { get; init; }
    }

    /// <exception cref="AwsException">ResourceNotFoundException.</exception>
    public static Response Handle(Request request, LogsScope logs) =>
        new() { Tags = TaggedResource.ByArn(logs, request.ResourceArn).Tags };
}
