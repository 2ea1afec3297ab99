using System.ComponentModel.DataAnnotations;
using Emulator.Protocol.Shapes;

namespace Emulator.Services.CloudWatch.Shapes;

/// <summary>Statistics that a stream sends of some metrics besides those that it always sends.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricStreamStatisticsConfiguration.html"/>
/// </remarks>
[Shape]
internal sealed partial record MetricStreamStatisticsConfiguration
{
    public required IReadOnlyList<MetricStreamStatisticsMetric> IncludeMetrics { get; init; }

    public required IReadOnlyList<string> AdditionalStatistics { get; init; }
}

/// <summary>A metric, whatever its dimensions.</summary>
[Shape]
internal sealed partial record MetricStreamStatisticsMetric
{
    [Length(1, 255), RegularExpression("[^:].*")]
    public required string Namespace { get; init; }

    [Length(1, 255)]
    public required string MetricName { get; init; }
}
