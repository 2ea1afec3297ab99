using Emulator.Protocol.Shapes;

namespace Emulator.Services.Logs.Shapes;

/// <summary>The events that have come in since the last update of a Live Tail session.</summary>
[Shape]
public sealed partial record LiveTailSessionUpdate
{
    public required LiveTailSessionMetadata SessionMetadata { get; init; }

    public required IReadOnlyList<LiveTailSessionLogEvent> SessionResults { get; init; }
}

/// <summary>What a Live Tail session says about an update.</summary>
[Shape]
public sealed partial record LiveTailSessionMetadata
{
    /// <summary>Whether the update shows only some of the events.</summary>
    public required bool Sampled { get; init; }
}
