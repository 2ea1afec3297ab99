using System.ComponentModel.DataAnnotations;
using Emulator.Protocol.Shapes;

namespace Emulator.Services.CloudWatch.Operations.MetricStreams;

/// <summary>Deletes a metric stream if there is one.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DeleteMetricStream.html"/></remarks>
[Operation]
internal static partial class DeleteMetricStream
{
    [Shape]
    public sealed partial record Request
    {
        [Length(1, 255)]
        public required string Name { get; init; }
    }

    [Shape]
    public sealed partial record Response;

    public static async ValueTask<Response> Handle(Request request, CloudWatchScope cloudWatch)
    {
        await cloudWatch.Write(write => cloudWatch.State.Streaming.Streams.Remove(write, request.Name));
        return new Response();
    }
}
