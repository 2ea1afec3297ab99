using Emulator.Protocol.Shapes;

namespace Emulator.Services.CloudWatch.Shapes;

/// <summary>The expression that a detector watches: the one query that returns data.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricMathAnomalyDetector.html"/></remarks>
[Shape]
internal sealed partial record MetricMathAnomalyDetector
{
    public IReadOnlyList<MetricDataQuery>? MetricDataQueries { get; init; }
}
