using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Operations.SubscriptionFilters;

/// <summary>Lists the subscription filters of a log group by name.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeSubscriptionFilters.html"/>
/// </remarks>
[Operation]
internal static partial class DescribeSubscriptionFilters
{
    [Shape]
    public sealed partial record Request
    {
        [Length(1, 512), RegularExpression(Patterns.LogGroupName)]
        public required string LogGroupName { get; init; }

        [Length(1, 512), RegularExpression(Patterns.Name)]
        public string? FilterNamePrefix { get; init; }

        [MinLength(1)]
        public string? NextToken { get; init; }

        [Range(1, 50)]
        public int? Limit { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        public required IReadOnlyList<SubscriptionFilter> SubscriptionFilters { get; init; }

        public string? NextToken { get; init; }
    }

    /// <exception cref="AwsException">InvalidParameterException, ResourceNotFoundException.</exception>
    public static Response Handle(Request request, LogsScope logs)
    {
        var group = logs.Groups.Require(request.LogGroupName);
        var prefix = LogsState.NameOf(group.Name, request.FilterNamePrefix ?? "");

        var page = LogPage<SubscriptionFilter>.Take(
            $"DescribeSubscriptionFilters {prefix}",
            request.NextToken,
            request.Limit,
            after => logs.State.SubscriptionFilters.WithPrefix(prefix, after),
            filter => LogsState.NameOf(filter.LogGroupName, filter.FilterName)
        );

        return new Response { SubscriptionFilters = page.Items, NextToken = page.NextToken };
    }
}
