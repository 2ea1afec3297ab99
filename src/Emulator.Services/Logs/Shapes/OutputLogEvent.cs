using Emulator.Protocol.Shapes;

namespace Emulator.Services.Logs.Shapes;

/// <summary>An event as GetLogEvents returns it. Times are in milliseconds since the epoch.</summary>
[Shape]
public sealed partial record OutputLogEvent
{
    public long? Timestamp { get; init; }

    public Utf8Text? Message { get; init; }

    public long? IngestionTime { get; init; }
}
