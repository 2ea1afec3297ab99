using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Protocol.Validation;
using Emulator.Services.Logs.Shapes;
using Emulator.Services.Logs.Vended;

namespace Emulator.Services.Logs.Operations.VendedDeliveries;

/// <summary>Joins a delivery source to a delivery destination. Nothing is delivered.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateDelivery.html"/>
/// </remarks>
[Operation(Fidelity = Fidelity.StoredOnly, Validation = ValidationStyle.FrameworkValidationException)]
internal static partial class CreateDelivery
{
    [Shape]
    public sealed partial record Request
    {
        [Length(1, 60), RegularExpression(Patterns.DeliveryName)]
        public required string DeliverySourceName { get; init; }

        /// <summary>A destination of the caller, or one of another account whose policy lets the caller's account deliver.</summary>
        public required string DeliveryDestinationArn { get; init; }

        /// <summary>In the order of delivery. Which names a service knows is not checked.</summary>
        [MaxLength(128), ElementLength(1, 64)]
        public IReadOnlyList<string>? RecordFields { get; init; }

        [MaxLength(5)]
        public string? FieldDelimiter { get; init; }

        /// <summary>For a bucket only.</summary>
        public S3DeliveryConfiguration? S3DeliveryConfiguration { get; init; }

        [
            Length(1, 50),
            KeyLength(1, 128),
            KeyRegularExpression(Patterns.TagKey),
            ElementLength(0, 256),
            ElementRegularExpression(Patterns.TagValue)
        ]
        public IReadOnlyDictionary<string, string>? Tags { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        /// <summary>Without its tags.</summary>
        public required VendedDelivery Delivery { get; init; }
    }

    /// <exception cref="AwsException">
    /// AccessDeniedException, ConflictException, ResourceNotFoundException, ValidationException.
    /// </exception>
    public static async ValueTask<Response> Handle(Request request, LogsScope logs, CancellationToken cancel)
    {
        var id = logs.Ids.NextUuid().Replace("-", "", StringComparison.Ordinal);

        var delivery = await logs.Write(write =>
        {
            var source = logs.State.Vended.RequireSource(request.DeliverySourceName);
            var destination = logs.State.Vended.RequireTarget(request.DeliveryDestinationArn);
            var type = destination.DeliveryDestinationType;
            var delivery = new VendedDelivery
            {
                Id = id,
                Arn = LogArn.Delivery(logs.Scope, id),
                DeliverySourceName = source.Name,
                DeliveryDestinationArn = destination.Arn,
                DeliveryDestinationType = type,
                RecordFields = request.RecordFields is { Count: > 0 } fields
                    ? fields
                    : VendedDefaults.RecordFields(source),
                FieldDelimiter = request.FieldDelimiter,
                S3DeliveryConfiguration = VendedRules.Bucket(
                    request.S3DeliveryConfiguration,
                    VendedDefaults.Bucket(source, type),
                    type
                ),
                Tags = VendedTags.Put(false, null, request.Tags, id),
            };
            logs.State.Vended.Create(write, delivery);
            return delivery;
        });

        return new Response { Delivery = delivery with { Tags = null } };
    }
}
