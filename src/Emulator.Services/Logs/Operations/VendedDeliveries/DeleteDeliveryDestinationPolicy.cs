using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Protocol.Validation;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Operations.VendedDeliveries;

/// <summary>Takes the policy of a delivery destination away, if there is one.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeleteDeliveryDestinationPolicy.html"/>
/// </remarks>
[Operation(Validation = ValidationStyle.FrameworkValidationException)]
internal static partial class DeleteDeliveryDestinationPolicy
{
    [Shape]
    public sealed partial record Request
    {
        [Length(1, 60), RegularExpression(Patterns.DeliveryName)]
        public required string DeliveryDestinationName { get; init; }
    }

    /// <exception cref="AwsException">ResourceNotFoundException.</exception>
    public static async ValueTask<Empty> Handle(Request request, LogsScope logs, CancellationToken cancel)
    {
        await logs.Write(write =>
        {
            var document = logs.State.Vended.RequireDestination(request.DeliveryDestinationName);
            logs.State.Vended.Destinations.Put(write, document with { Policy = null });
        });

        return Empty.Value;
    }
}
