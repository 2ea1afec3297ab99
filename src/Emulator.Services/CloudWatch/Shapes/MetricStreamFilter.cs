using System.ComponentModel.DataAnnotations;
using Emulator.Protocol.Shapes;

namespace Emulator.Services.CloudWatch.Shapes;

/// <summary>Metrics of a namespace.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricStreamFilter.html"/></remarks>
[Shape]
internal sealed partial record MetricStreamFilter
{
    [Length(1, 255), RegularExpression("[^:].*")]
    public string? Namespace { get; init; }

    /// <summary>Default: all metrics of the namespace.</summary>
    [ElementLength(1, 255)]
    public IReadOnlyList<string>? MetricNames { get; init; }
}
