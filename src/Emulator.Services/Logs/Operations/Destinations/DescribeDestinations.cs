using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Shapes;
using Emulator.Services.Logs.Subscriptions;

namespace Emulator.Services.Logs.Operations.Destinations;

/// <summary>Lists destinations by name.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeDestinations.html"/>
/// </remarks>
[Operation]
internal static partial class DescribeDestinations
{
    [Shape]
    public sealed partial record Request
    {
        [WireName("DestinationNamePrefix"), Length(1, 512), RegularExpression(Patterns.Name)]
        public string? DestinationNamePrefix { get; init; }

        [MinLength(1)]
        public string? NextToken { get; init; }

        [Range(1, 50)]
        public int? Limit { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        public required IReadOnlyList<Destination> Destinations { get; init; }

        public string? NextToken { get; init; }
    }

    /// <exception cref="AwsException">InvalidParameterException.</exception>
    public static Response Handle(Request request, LogsScope logs)
    {
        var prefix = request.DestinationNamePrefix ?? "";

        var page = LogPage<DestinationDocument>
            .Take(
                $"DescribeDestinations {prefix}",
                request.NextToken,
                request.Limit,
                after => logs.State.Destinations.WithPrefix(prefix, after),
                document => document.Destination.DestinationName
            )
            .Select(document => document.Destination);

        return new Response { Destinations = page.Items, NextToken = page.NextToken };
    }
}
