using System.ComponentModel.DataAnnotations;
using Emulator.Protocol.Shapes;

namespace Emulator.Services.CloudWatch.Shapes;

/// <summary>A metric by its identity.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_Metric.html"/></remarks>
[Shape]
internal sealed partial record Metric
{
    [Length(1, 255), RegularExpression("[^:].*")]
    public string? Namespace { get; init; }

    [Length(1, 255)]
    public string? MetricName { get; init; }

    [MaxLength(30)]
    public IReadOnlyList<Dimension>? Dimensions { get; init; }
}
