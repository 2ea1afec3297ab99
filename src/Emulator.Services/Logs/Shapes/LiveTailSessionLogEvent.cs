using Emulator.Protocol.Shapes;

namespace Emulator.Services.Logs.Shapes;

/// <summary>An event that a Live Tail session shows. Times are in milliseconds since the epoch.</summary>
[Shape]
public sealed partial record LiveTailSessionLogEvent
{
    public required string LogStreamName { get; init; }

    /// <summary><c>account:name</c>, as AWS sends it.</summary>
    public required string LogGroupIdentifier { get; init; }

    public required Utf8Text Message { get; init; }

    public required long Timestamp { get; init; }

    public required long IngestionTime { get; init; }
}
