using Emulator.Protocol.Shapes;

namespace Emulator.Services.Logs.Shapes;

/// <summary>Publishes a metric for the events of a log group that match a pattern.</summary>
[Shape]
public sealed partial record MetricFilter
{
    public required string FilterName { get; init; }

    public required string FilterPattern { get; init; }

    /// <summary>Exactly one.</summary>
    public required IReadOnlyList<MetricTransformation> MetricTransformations { get; init; }

    /// <summary>Milliseconds since the epoch.</summary>
    public required long CreationTime { get; init; }

    public required string LogGroupName { get; init; }

    public bool ApplyOnTransformedLogs { get; init; }

    public string? FieldSelectionCriteria { get; init; }

    public IReadOnlyList<string>? EmitSystemFieldDimensions { get; init; }
}
