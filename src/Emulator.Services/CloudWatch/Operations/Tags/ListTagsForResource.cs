using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.CloudWatch.Shapes;
using Emulator.Services.CloudWatch.Tags;

namespace Emulator.Services.CloudWatch.Operations.Tags;

/// <summary>Answers the tags of a resource; none for a resource that does not exist (any more).</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_ListTagsForResource.html"/></remarks>
[Operation]
internal static partial class ListTagsForResource
{
    [Shape]
    public sealed partial record Request
    {
        [Length(1, 1024)]
        public required string ResourceARN { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        /// <summary>In the order in which their keys were first given.</summary>
        public required IReadOnlyList<Tag> Tags { get; init; }
    }

    /// <exception cref="AwsException">InvalidParameterValue.</exception>
    public static Response Handle(Request request, CloudWatchScope cloudWatch) =>
        new() { Tags = TagTarget.Find(request.ResourceARN, cloudWatch, out _).Of(request.ResourceARN) };
}
