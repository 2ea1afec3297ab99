using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Protocol.Validation;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Operations.VendedDeliveries;

/// <summary>Shows a delivery.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetDelivery.html"/>
/// </remarks>
[Operation(Validation = ValidationStyle.FrameworkValidationException)]
internal static partial class GetDelivery
{
    [Shape]
    public sealed partial record Request
    {
        [Length(1, 64), RegularExpression(Patterns.DeliveryId)]
        public required string Id { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        public required VendedDelivery Delivery { get; init; }
    }

    /// <exception cref="AwsException">ResourceNotFoundException.</exception>
    public static Response Handle(Request request, LogsScope logs) =>
        new() { Delivery = logs.State.Vended.Require(request.Id) };
}
