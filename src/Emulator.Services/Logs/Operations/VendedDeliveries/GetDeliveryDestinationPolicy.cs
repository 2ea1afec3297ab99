using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Protocol.Validation;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Operations.VendedDeliveries;

/// <summary>Shows the policy of a delivery destination; one without members when there is none.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetDeliveryDestinationPolicy.html"/>
/// </remarks>
[Operation(Validation = ValidationStyle.FrameworkValidationException)]
internal static partial class GetDeliveryDestinationPolicy
{
    [Shape]
    public sealed partial record Request
    {
        [Length(1, 60), RegularExpression(Patterns.DeliveryName)]
        public required string DeliveryDestinationName { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        public required VendedPolicy Policy { get; init; }
    }

    /// <exception cref="AwsException">ResourceNotFoundException.</exception>
    public static Response Handle(Request request, LogsScope logs)
    {
        var document = logs.State.Vended.RequireDestination(request.DeliveryDestinationName);
        return new Response { Policy = new VendedPolicy { DeliveryDestinationPolicy = document.Policy } };
    }
}
