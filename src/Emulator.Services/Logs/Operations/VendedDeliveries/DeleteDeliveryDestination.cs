using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Protocol.Validation;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Operations.VendedDeliveries;

/// <summary>Deletes a delivery destination that no delivery uses, with its policy.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeleteDeliveryDestination.html"/>
/// </remarks>
[Operation(Validation = ValidationStyle.FrameworkValidationException)]
internal static partial class DeleteDeliveryDestination
{
    [Shape]
    public sealed partial record Request
    {
        [Length(1, 60), RegularExpression(Patterns.DeliveryName)]
        public required string Name { get; init; }
    }

    /// <exception cref="AwsException">ConflictException, ResourceNotFoundException.</exception>
    public static async ValueTask<Empty> Handle(Request request, LogsScope logs, CancellationToken cancel)
    {
        await logs.Write(write => logs.State.Vended.DeleteDestination(write, request.Name));

        return Empty.Value;
    }
}
