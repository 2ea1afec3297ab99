using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Protocol.Validation;
using Emulator.Services.Logs.Shapes;
using Emulator.Services.Logs.Vended;

namespace Emulator.Services.Logs.Operations.VendedDeliveries;

/// <summary>Creates or replaces a delivery destination. Nothing is sent to it.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutDeliveryDestination.html"/>
/// </remarks>
[Operation(Fidelity = Fidelity.StoredOnly, Validation = ValidationStyle.FrameworkValidationException)]
internal static partial class PutDeliveryDestination
{
    [Shape]
    public sealed partial record Request
    {
        [Length(1, 60), RegularExpression(Patterns.DeliveryName)]
        public required string Name { get; init; }

        /// <summary>Fixed once it is given.</summary>
        [EnumSet(typeof(VendedOutputFormat))]
        public string? OutputFormat { get; init; }

        /// <summary>Needed unless the type is XRAY.</summary>
        public DeliveryDestinationConfiguration? DeliveryDestinationConfiguration { get; init; }

        /// <summary>Default the type of the ARN.</summary>
        [EnumSet(typeof(VendedDestinationType))]
        public string? DeliveryDestinationType { get; init; }

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
        public required VendedDestination DeliveryDestination { get; init; }
    }

    /// <exception cref="AwsException">ConflictException, ValidationException.</exception>
    public static async ValueTask<Response> Handle(Request request, LogsScope logs, CancellationToken cancel)
    {
        var type = VendedRules.TypeOf(request.DeliveryDestinationConfiguration, request.DeliveryDestinationType);

        var destination = await logs.Write(write =>
        {
            var known = logs.State.Vended.Destinations.Find(request.Name);
            var before = known?.Destination;
            var destination = new VendedDestination
            {
                Name = request.Name,
                Arn = LogArn.DeliveryDestination(logs.Scope, request.Name),
                DeliveryDestinationType = type,
                OutputFormat = request.OutputFormat ?? before?.OutputFormat,
                DeliveryDestinationConfiguration = request.DeliveryDestinationConfiguration,
                Tags = VendedTags.Put(before is not null, before?.Tags, request.Tags, request.Name),
            };
            if (before is not null)
            {
                VendedRules.CheckUpdate(before, destination);
            }

            logs.State.Vended.Destinations.Put(
                write,
                new VendedDestinationDocument { Destination = destination, Policy = known?.Policy }
            );
            return destination;
        });

        return new Response { DeliveryDestination = destination with { Tags = null } };
    }
}
