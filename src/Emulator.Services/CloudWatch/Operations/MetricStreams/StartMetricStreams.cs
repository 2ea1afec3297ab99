using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.CloudWatch.MetricStreams;

namespace Emulator.Services.CloudWatch.Operations.MetricStreams;

/// <summary>Lets streams send metrics: all of them or, when one does not exist, none.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_StartMetricStreams.html"/></remarks>
[Operation]
internal static partial class StartMetricStreams
{
    [Shape]
    public sealed partial record Request
    {
        [ElementLength(1, 255)]
        public required IReadOnlyList<string> Names { get; init; }
    }

    [Shape]
    public sealed partial record Response;

    /// <exception cref="AwsException">InvalidParameterValue: one does not exist.</exception>
    public static async ValueTask<Response> Handle(Request request, CloudWatchScope cloudWatch)
    {
        await cloudWatch.Write(write =>
            cloudWatch.State.Streaming.Streams.Switch(write, request.Names, MetricStreamState.Running)
        );
        return new Response();
    }
}
