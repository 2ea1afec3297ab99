using Emulator.Protocol.Shapes;

namespace Emulator.Services.Logs.Shapes;

/// <summary>Forwards the events of a log group that match a pattern.</summary>
[Shape]
public sealed partial record SubscriptionFilter
{
    public required string FilterName { get; init; }

    public required string LogGroupName { get; init; }

    public required string FilterPattern { get; init; }

    public required string DestinationArn { get; init; }

    public string? RoleArn { get; init; }

    /// <summary>One of <see cref="Shapes.Distribution"/>.</summary>
    public required string Distribution { get; init; }

    public bool ApplyOnTransformedLogs { get; init; }

    /// <summary>Milliseconds since the epoch.</summary>
    public required long CreationTime { get; init; }

    public string? FieldSelectionCriteria { get; init; }

    public IReadOnlyList<string>? EmitSystemFields { get; init; }
}
