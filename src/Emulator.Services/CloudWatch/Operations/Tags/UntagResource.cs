using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.CloudWatch.Tags;

namespace Emulator.Services.CloudWatch.Operations.Tags;

/// <summary>Takes tags from a resource; keys that it does not have are passed over.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_UntagResource.html"/></remarks>
[Operation]
internal static partial class UntagResource
{
    [Shape]
    public sealed partial record Request
    {
        [Length(1, 1024)]
        public required string ResourceARN { get; init; }

        [ElementLength(1, 128)]
        public required IReadOnlyList<string> TagKeys { get; init; }
    }

    [Shape]
    public sealed partial record Response;

    /// <exception cref="AwsException">InvalidParameterValue, ResourceNotFoundException.</exception>
    public static async ValueTask<Response> Handle(Request request, CloudWatchScope cloudWatch)
    {
        await cloudWatch.Write(write =>
            TagTarget.Require(request.ResourceARN, cloudWatch).Remove(write, request.ResourceARN, request.TagKeys)
        );
        return new Response();
    }
}
