using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Groups;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Operations.Tagging;

/// <summary>Lists the tags of a log group; the older form of <see cref="ListTagsForResource"/>.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_ListTagsLogGroup.html"/>
/// </remarks>
[Operation]
internal static partial class ListTagsLogGroup
{
    [Shape]
    public sealed partial record Request
    {
        [Length(1, 512), RegularExpression(Patterns.LogGroupName)]
        public required string LogGroupName { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        public required IReadOnlyDictionary<string, string> Tags { get; init; }
    }

    /// <exception cref="AwsException">ResourceNotFoundException.</exception>
    public static Response Handle(Request request, LogsScope logs) =>
        new() { Tags = TaggedResource.LogGroup(logs, request.LogGroupName).Tags };
}
