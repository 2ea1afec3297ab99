using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Groups;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Operations.Tagging;

/// <summary>Removes tags of a log group; the older form of <see cref="UntagResource"/>.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_UntagLogGroup.html"/>
/// </remarks>
[Operation]
internal static partial class UntagLogGroup
{
    [Shape]
    public sealed partial record Request
    {
        [Length(1, 512), RegularExpression(Patterns.LogGroupName)]
        public required string LogGroupName { get; init; }

        /// <summary>Keys; those that the group does not have do not matter.</summary>
        [MinLength(1), ElementLength(1, 128), ElementRegularExpression(Patterns.TagKey)]
        public required IReadOnlyList<string> Tags { get; init; }
    }

    /// <exception cref="AwsException">ResourceNotFoundException.</exception>
    public static async ValueTask<Empty> Handle(Request request, LogsScope logs, CancellationToken cancel)
    {
        await logs.Write(write =>
            TaggedResource
                .LogGroup(logs, request.LogGroupName)
                .Change(write, tags => TagRules.Without(tags, request.Tags))
        );

        return Empty.Value;
    }
}
