using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Protocol.Validation;
using Emulator.Services.Logs.Shapes;
using Emulator.Services.Logs.Vended;

namespace Emulator.Services.Logs.Operations.VendedDeliveries;

/// <summary>Deletes a delivery; its source and its destination stay.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeleteDelivery.html"/>
/// </remarks>
[Operation(Validation = ValidationStyle.FrameworkValidationException)]
internal static partial class DeleteDelivery
{
    [Shape]
    public sealed partial record Request
    {
        [Length(1, 64), RegularExpression(Patterns.DeliveryId)]
        public required string Id { get; init; }
    }

    /// <exception cref="AwsException">ResourceNotFoundException.</exception>
    public static async ValueTask<Empty> Handle(Request request, LogsScope logs, CancellationToken cancel)
    {
        await logs.Write(write =>
        {
            if (!logs.State.Vended.Deliveries.Remove(write, request.Id))
            {
                throw VendedErrors.DeliveryNotFound();
            }
        });

        return Empty.Value;
    }
}
