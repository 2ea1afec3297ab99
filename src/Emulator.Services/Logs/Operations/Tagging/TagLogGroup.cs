using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Groups;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Operations.Tagging;

/// <summary>Adds or overwrites tags of a log group; the older form of <see cref="TagResource"/>.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_TagLogGroup.html"/>
/// </remarks>
[Operation]
internal static partial class TagLogGroup
{
    [Shape]
    public sealed partial record Request
    {
        [Length(1, 512), RegularExpression(Patterns.LogGroupName)]
        public required string LogGroupName { get; init; }

        [
            Length(1, 50),
            KeyLength(1, 128),
            KeyRegularExpression(Patterns.TagKey),
            ElementLength(0, 256),
            ElementRegularExpression(Patterns.TagValue)
        ]
        public required IReadOnlyDictionary<string, string> Tags { get; init; }
    }

    /// <exception cref="AwsException">InvalidParameterException, ResourceNotFoundException, TooManyTagsException.</exception>
    public static async ValueTask<Empty> Handle(Request request, LogsScope logs, CancellationToken cancel)
    {
        await logs.Write(write =>
            TaggedResource
                .LogGroup(logs, request.LogGroupName)
                .Change(write, tags => TagRules.With(tags, request.Tags, request.LogGroupName))
        );

        return Empty.Value;
    }
}
