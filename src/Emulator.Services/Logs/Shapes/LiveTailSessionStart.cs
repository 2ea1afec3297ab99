using Emulator.Protocol.Shapes;

namespace Emulator.Services.Logs.Shapes;

/// <summary>What a Live Tail session was asked for.</summary>
[Shape]
public sealed partial record LiveTailSessionStart
{
    public required string RequestId { get; init; }

    public required string SessionId { get; init; }

    public required IReadOnlyList<string> LogGroupIdentifiers { get; init; }

    public required IReadOnlyList<string> LogStreamNames { get; init; }

    public required IReadOnlyList<string> LogStreamNamePrefixes { get; init; }

    public required string LogEventFilterPattern { get; init; }
}
