using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Protocol.Validation;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Operations.VendedDeliveries;

/// <summary>Lists delivery sources by name.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeDeliverySources.html"/>
/// </remarks>
[Operation(Validation = ValidationStyle.FrameworkValidationException)]
internal static partial class DescribeDeliverySources
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
        public required IReadOnlyList<VendedSource> DeliverySources { get; init; }

        public string? NextToken { get; init; }
    }

    /// <exception cref="AwsException">ValidationException.</exception>
    public static Response Handle(Request request, LogsScope logs)
    {
        var page = LogPage<VendedSource>.Take(
            nameof(DescribeDeliverySources),
            request.NextToken,
            request.Limit,
            logs.State.Vended.Sources.After,
            source => source.Name,
            LogsErrors.NextTokenNotValid
        );

        return new Response { DeliverySources = page.Items, NextToken = page.NextToken };
    }
}
