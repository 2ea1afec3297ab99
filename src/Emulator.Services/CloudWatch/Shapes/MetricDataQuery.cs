using System.ComponentModel.DataAnnotations;
using Emulator.Protocol.Shapes;

namespace Emulator.Services.CloudWatch.Shapes;

/// <summary>A metric or an expression over others, for GetMetricData and for alarms.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricDataQuery.html"/></remarks>
[Shape]
internal sealed partial record MetricDataQuery
{
    /// <summary>The name by which expressions refer to it.</summary>
    [Length(1, 255)]
    public required string Id { get; init; }

    /// <summary>The metric; <c>null</c> for an expression.</summary>
    public MetricStat? MetricStat { get; init; }

    /// <summary>Metric math or a Metrics Insights query; <c>null</c> for a metric.</summary>
    [Length(1, 2048)]
    public string? Expression { get; init; }

    public string? Label { get; init; }

    /// <summary>Whether the result is returned or watched; default true.</summary>
    public bool? ReturnData { get; init; }

    /// <summary>Seconds; for an expression that names no metric.</summary>
    [Minimum(1)]
    public int? Period { get; init; }

    [Length(1, 255)]
    public string? AccountId { get; init; }
}
