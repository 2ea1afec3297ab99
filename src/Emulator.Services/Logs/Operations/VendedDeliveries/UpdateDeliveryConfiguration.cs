using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Protocol.Validation;
using Emulator.Services.Logs.Shapes;
using Emulator.Services.Logs.Vended;

namespace Emulator.Services.Logs.Operations.VendedDeliveries;

/// <summary>Changes the form of a delivery. What is left out stays as it is.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_UpdateDeliveryConfiguration.html"/>
/// </remarks>
[Operation(Fidelity = Fidelity.StoredOnly, Validation = ValidationStyle.FrameworkValidationException)]
internal static partial class UpdateDeliveryConfiguration
{
    [Shape]
    public sealed partial record Request
    {
        [Length(1, 64), RegularExpression(Patterns.DeliveryId)]
        public required string Id { get; init; }

        /// <summary>In the order of delivery. Which names a service knows is not checked.</summary>
        [MaxLength(128), ElementLength(1, 64)]
        public IReadOnlyList<string>? RecordFields { get; init; }

        [MaxLength(5)]
        public string? FieldDelimiter { get; init; }

        /// <summary>For a bucket only.</summary>
        public S3DeliveryConfiguration? S3DeliveryConfiguration { get; init; }
    }

    [Shape]
    public sealed partial record Response;

    /// <exception cref="AwsException">ResourceNotFoundException, ValidationException.</exception>
    public static async ValueTask<Response> Handle(Request request, LogsScope logs, CancellationToken cancel)
    {
        await logs.Write(write =>
        {
            var delivery = logs.State.Vended.Require(request.Id);
            logs.State.Vended.Deliveries.Put(
                write,
                delivery with
                {
                    RecordFields = request.RecordFields ?? delivery.RecordFields,
                    FieldDelimiter = request.FieldDelimiter ?? delivery.FieldDelimiter,
                    S3DeliveryConfiguration = VendedRules.Bucket(
                        request.S3DeliveryConfiguration,
                        delivery.S3DeliveryConfiguration,
                        delivery.DeliveryDestinationType
                    ),
                }
            );
        });

        return new Response();
    }
}
