using System.ComponentModel.DataAnnotations;
using Emulator.Protocol.Shapes;

namespace Emulator.Services.CloudWatch.Shapes;

/// <summary>The metric and statistic that a detector watches.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_SingleMetricAnomalyDetector.html"/></remarks>
[Shape]
internal sealed partial record SingleMetricAnomalyDetector
{
    [Length(1, 255)]
    public string? AccountId { get; init; }

    [Length(1, 255), RegularExpression("[^:].*")]
    public string? Namespace { get; init; }

    [Length(1, 255)]
    public string? MetricName { get; init; }

    [MaxLength(30)]
    public IReadOnlyList<Dimension>? Dimensions { get; init; }

    [MaxLength(50)]
    public string? Stat { get; init; }
}
