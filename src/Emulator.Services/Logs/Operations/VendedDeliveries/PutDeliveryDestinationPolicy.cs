using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Protocol.Validation;
using Emulator.Services.Logs.Policies;
using Emulator.Services.Logs.Shapes;
using Emulator.Services.Logs.Vended;

namespace Emulator.Services.Logs.Operations.VendedDeliveries;

/// <summary>Says which other accounts may deliver to a destination.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutDeliveryDestinationPolicy.html"/>
/// </remarks>
[Operation(Validation = ValidationStyle.FrameworkValidationException)]
internal static partial class PutDeliveryDestinationPolicy
{
    [Shape]
    public sealed partial record Request
    {
        [Length(1, 60), RegularExpression(Patterns.DeliveryName)]
        public required string DeliveryDestinationName { get; init; }

        [Length(1, 51_200)]
        public required string DeliveryDestinationPolicy { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        public required VendedPolicy Policy { get; init; }
    }

    /// <exception cref="AwsException">ResourceNotFoundException, ValidationException.</exception>
    public static async ValueTask<Response> Handle(Request request, LogsScope logs, CancellationToken cancel)
    {
        if (!AccessPolicy.HasStatements(request.DeliveryDestinationPolicy))
        {
            throw VendedErrors.InvalidPolicy();
        }

        await logs.Write(write =>
        {
            var document = logs.State.Vended.RequireDestination(request.DeliveryDestinationName);
            logs.State.Vended.Destinations.Put(write, document with { Policy = request.DeliveryDestinationPolicy });
        });

        return new Response
        {
            Policy = new VendedPolicy { DeliveryDestinationPolicy = request.DeliveryDestinationPolicy },
        };
    }
}
