using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Protocol.Validation;
using Emulator.Services.Logs.Shapes;
using Emulator.Services.Logs.Vended;

namespace Emulator.Services.Logs.Operations.VendedDeliveries;

/// <summary>Lists delivery destinations by name.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeDeliveryDestinations.html"/>
/// </remarks>
[Operation(Validation = ValidationStyle.FrameworkValidationException)]
internal static partial class DescribeDeliveryDestinations
{
    [Shape]
    public sealed partial record Request
    {
        [MinLength(1)]
        public string? NextToken { get; init; }

        [Range(1, 50)]
        public int? Limit { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        public required IReadOnlyList<VendedDestination> DeliveryDestinations { get; init; }

        public string? NextToken { get; init; }
    }

    /// <exception cref="AwsException">ValidationException.</exception>
    public static Response Handle(Request request, LogsScope logs)
    {
        var page = LogPage<VendedDestinationDocument>
            .Take(
                nameof(DescribeDeliveryDestinations),
                request.NextToken,
                request.Limit,
                logs.State.Vended.Destinations.After,
                document => document.Destination.Name,
                LogsErrors.NextTokenNotValid
            )
            .Select(document => document.Destination);

        return new Response { DeliveryDestinations = page.Items, NextToken = page.NextToken };
    }
}
