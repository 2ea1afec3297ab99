using Emulator.Protocol.Shapes;
using Emulator.Services.CloudWatch.Shapes;

namespace Emulator.Services.CloudWatch.Metrics;

/// <summary>What is persisted of a track, so that the catalog of metrics can be made again.</summary>
[Shape]
internal sealed partial record MetricTrackDocument
{
    public required long Id { get; init; }

    /// <summary>The id of the metric: that of its first track.</summary>
    public required long MetricId { get; init; }

    public required string Namespace { get; init; }

    public required string MetricName { get; init; }

    /// <summary>In the order in which they were first given.</summary>
    public required IReadOnlyList<Dimension> Dimensions { get; init; }

    public required string Unit { get; init; }

    /// <summary>Seconds: 1 or 60.</summary>
    public required int StorageResolution { get; init; }
}
