using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Protocol.Validation;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Operations.VendedDeliveries;

/// <summary>Lists deliveries by id.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeDeliveries.html"/>
/// </remarks>
[Operation(Validation = ValidationStyle.FrameworkValidationException)]
internal static partial class DescribeDeliveries
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
        public required IReadOnlyList<VendedDelivery> Deliveries { get; init; }

        public string? NextToken { get; init; }
    }

    /// <exception cref="AwsException">ValidationException.</exception>
    public static Response Handle(Request request, LogsScope logs)
    {
        var page = LogPage<VendedDelivery>.Take(
            nameof(DescribeDeliveries),
            request.NextToken,
            request.Limit,
            logs.State.Vended.Deliveries.After,
            delivery => delivery.Id,
            LogsErrors.NextTokenNotValid
        );

        return new Response { Deliveries = page.Items, NextToken = page.NextToken };
    }
}
