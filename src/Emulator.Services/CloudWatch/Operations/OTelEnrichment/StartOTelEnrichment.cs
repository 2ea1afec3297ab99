using Emulator.Protocol.Shapes;

namespace Emulator.Services.CloudWatch.Operations.OTelEnrichment;

/// <summary>Notes that metrics of AWS services are to be enriched. There are none here that could be.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_StartOTelEnrichment.html"/></remarks>
[Operation(Fidelity = Fidelity.StoredOnly)]
internal static partial class StartOTelEnrichment
{
    [Shape]
    public sealed partial record Request;

    [Shape]
    public sealed partial record Response;

    public static async ValueTask<Response> Handle(Request request, CloudWatchScope cloudWatch)
    {
        await cloudWatch.Write(write =>
            cloudWatch.State.ChangeSettings(write, settings => settings with { IsOTelEnrichmentRunning = true })
        );
        return new Response();
    }
}
