using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Protocol.Validation;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Operations.VendedDeliveries;

/// <summary>Shows a delivery destination.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetDeliveryDestination.html"/>
/// </remarks>
[Operation(Validation = ValidationStyle.FrameworkValidationException)]
internal static partial class GetDeliveryDestination
{
    [Shape]
    public sealed partial record Request
    {
        [Length(1, 60), RegularExpression(Patterns.DeliveryName)]
        public required string Name { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        public required VendedDestination DeliveryDestination { get; init; }
    }

    /// <exception cref="AwsException">ResourceNotFoundException.</exception>
    public static Response Handle(Request request, LogsScope logs) =>
        new() { DeliveryDestination = logs.State.Vended.RequireDestination(request.Name).Destination };
}
