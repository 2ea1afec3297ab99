using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Protocol.Validation;
using Emulator.Services.Logs.Shapes;
using Emulator.Services.Logs.Vended;

namespace Emulator.Services.Logs.Operations.VendedDeliveries;

/// <summary>Creates or replaces a delivery source. No service sends logs for it.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutDeliverySource.html"/>
/// </remarks>
[Operation(Fidelity = Fidelity.StoredOnly, Validation = ValidationStyle.FrameworkValidationException)]
internal static partial class PutDeliverySource
{
    [Shape]
    public sealed partial record Request
    {
        [Length(1, 60), RegularExpression(Patterns.DeliveryName)]
        public required string Name { get; init; }

        /// <summary>A resource of a service that vends logs. That it exists is not checked.</summary>
        public required string ResourceArn { get; init; }

        [Length(1, 255), RegularExpression(Patterns.LogType)]
        public required string LogType { get; init; }

        [
            Length(1, 50),
            KeyLength(1, 128),
            KeyRegularExpression(Patterns.TagKey),
            ElementLength(0, 256),
            ElementRegularExpression(Patterns.TagValue)
        ]
        public IReadOnlyDictionary<string, string>? Tags { get; init; }

        [KeyLength(1, 255), ElementLength(1, 255)]
        public IReadOnlyDictionary<string, string>? DeliverySourceConfiguration { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        /// <summary>Without its tags.</summary>
        public required VendedSource DeliverySource { get; init; }
    }

    /// <exception cref="AwsException">ConflictException, ResourceNotFoundException, ValidationException.</exception>
    public static async ValueTask<Response> Handle(Request request, LogsScope logs, CancellationToken cancel)
    {
        var service = VendedServices.Require(request.ResourceArn, request.LogType);

        var source = await logs.Write(write =>
        {
            var known = logs.State.Vended.Sources.Find(request.Name);
            if (known is not null && !known.ResourceArns.Contains(request.ResourceArn))
            {
                throw VendedErrors.OtherResource();
            }

            var source = new VendedSource
            {
                Name = request.Name,
                Arn = LogArn.DeliverySource(logs.Scope, request.Name),
                ResourceArns = [request.ResourceArn],
                Service = service,
                LogType = request.LogType,
                Tags = VendedTags.Put(known is not null, known?.Tags, request.Tags, request.Name),
                DeliverySourceConfiguration = request.DeliverySourceConfiguration,
            };
            logs.State.Vended.Put(write, source);
            return source;
        });

        return new Response { DeliverySource = source with { Tags = null } };
    }
}
