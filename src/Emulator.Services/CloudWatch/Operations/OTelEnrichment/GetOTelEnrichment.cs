using Emulator.Protocol.Shapes;

namespace Emulator.Services.CloudWatch.Operations.OTelEnrichment;

/// <summary>Answers whether the account has enrichment of metrics running.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetOTelEnrichment.html"/></remarks>
[Operation(Fidelity = Fidelity.StoredOnly)]
internal static partial class GetOTelEnrichment
{
    const string Running = "Running";
    const string Stopped = "Stopped";

    [Shape]
    public sealed partial record Request;

    [Shape]
    public sealed partial record Response
    {
        public required string Status { get; init; }
    }

    public static Response Handle(Request request, CloudWatchScope cloudWatch) =>
        new() { Status = cloudWatch.State.Settings.IsOTelEnrichmentRunning == true ? Running : Stopped };
}
