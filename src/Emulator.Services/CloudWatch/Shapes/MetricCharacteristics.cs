using Emulator.Protocol.Shapes;

namespace Emulator.Services.CloudWatch.Shapes;

/// <summary>What a user knows of a metric that helps its model.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricCharacteristics.html"/></remarks>
[Shape]
internal sealed partial record MetricCharacteristics
{
    /// <summary>Whether spikes that recur at the same time of day are expected; default no.</summary>
    public bool? PeriodicSpikes { get; init; }
}
