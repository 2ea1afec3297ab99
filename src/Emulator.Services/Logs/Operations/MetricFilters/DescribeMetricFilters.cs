using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Operations.MetricFilters;

/// <summary>Lists metric filters by name: those of a log group, or of all.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeMetricFilters.html"/>
/// </remarks>
[Operation]
internal static partial class DescribeMetricFilters
{
    [Shape]
    public sealed partial record Request
    {
        [Length(1, 512), RegularExpression(Patterns.LogGroupName)]
        public string? LogGroupName { get; init; }

        [Length(1, 512), RegularExpression(Patterns.Name)]
        public string? FilterNamePrefix { get; init; }

        [MinLength(1)]
        public string? NextToken { get; init; }

        [Range(1, 50)]
        public int? Limit { get; init; }

        [MaxLength(255), RegularExpression(Patterns.MetricName)]
        public string? MetricName { get; init; }

        [MaxLength(255), RegularExpression(Patterns.MetricName)]
        public string? MetricNamespace { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        public required IReadOnlyList<MetricFilter> MetricFilters { get; init; }

        public string? NextToken { get; init; }
    }

    /// <exception cref="AwsException">InvalidParameterException, ResourceNotFoundException.</exception>
    public static Response Handle(Request request, LogsScope logs)
    {
        if (request.MetricName is null != request.MetricNamespace is null)
        {
            throw LogsErrors.NameWithoutNamespace();
        }

        if (request.LogGroupName is { } name)
        {
            logs.Groups.Require(name);
        }

        var listing =
            $"DescribeMetricFilters {request.LogGroupName} {request.FilterNamePrefix}:{request.MetricName}:{request.MetricNamespace}";
        var filters = request.LogGroupName is null
            ? logs.State.MetricFilters.All
            : logs.State.MetricFiltersOf(request.LogGroupName);

        var page = LogPage<MetricFilter>.Take(
            listing,
            request.NextToken,
            request.Limit,
            after =>
                filters
                    .Where(filter => IsWanted(request, filter) && string.CompareOrdinal(Position(filter), after) > 0)
                    .OrderBy(Position, StringComparer.Ordinal),
            Position
        );

        return new Response { MetricFilters = page.Items, NextToken = page.NextToken };
    }

    static bool IsWanted(Request request, MetricFilter filter) =>
        filter.FilterName.StartsWith(request.FilterNamePrefix ?? "", StringComparison.Ordinal)
        && (
            request.MetricName is null
            || filter.MetricTransformations.Any(transformation =>
                transformation.MetricName == request.MetricName
                && transformation.MetricNamespace == request.MetricNamespace
            )
        );

    /// <summary>By name, then by log group. U+0000 cannot be in a name and comes before all that can.</summary>
    static string Position(MetricFilter filter) => $"{filter.FilterName}\0{filter.LogGroupName}";
}
