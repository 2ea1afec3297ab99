using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.CloudWatch.Shapes;
using Emulator.Services.CloudWatch.Tags;

namespace Emulator.Services.CloudWatch.Operations.Tags;

/// <summary>Gives an alarm, a dashboard or another resource tags, or new values for tags that it has.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_TagResource.html"/></remarks>
[Operation]
internal static partial class TagResource
{
    [Shape]
    public sealed partial record Request
    {
        [Length(1, 1024)]
        public required string ResourceARN { get; init; }

        public required IReadOnlyList<Tag> Tags { get; init; }
    }

    [Shape]
    public sealed partial record Response;

    /// <exception cref="AwsException">InvalidParameterValue, ResourceNotFoundException.</exception>
    public static async ValueTask<Response> Handle(Request request, CloudWatchScope cloudWatch)
    {
        ResourceTags.Require(request.Tags);
        await cloudWatch.Write(write =>
            TagTarget.Require(request.ResourceARN, cloudWatch).Merge(write, request.ResourceARN, request.Tags)
        );
        return new Response();
    }
}
