using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Groups;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Operations.Tagging;

/// <summary>Adds or overwrites tags of a resource.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_TagResource.html"/>
/// </remarks>
[Operation]
internal static partial class TagResource
{
    [Shape]
    public sealed partial record Request
    {
        /// <summary>The ARN of a log group without <c>:*</c>, or of another resource.</summary>
        [Length(1, 1011), RegularExpression(Patterns.ResourceArn)]
        public required string ResourceArn { get; init; }

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
                .ByArn(logs, request.ResourceArn)
                .Change(write, tags => TagRules.With(tags, request.Tags, request.ResourceArn))
        );

        return Empty.Value;
    }
}
