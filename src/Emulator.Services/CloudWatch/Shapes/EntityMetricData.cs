using Emulator.Protocol.Shapes;

namespace Emulator.Services.CloudWatch.Shapes;

/// <summary>Metric data and the entity that it is about.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_EntityMetricData.html"/></remarks>
[Shape]
internal sealed partial record EntityMetricData
{
    public Entity? Entity { get; init; }

    public IReadOnlyList<MetricDatum>? MetricData { get; init; }
}
