using Emulator.Protocol.Shapes;

namespace Emulator.Services.Logs.Groups;

/// <summary>What is stored of a log stream. What changes with every event is in the heads and blocks, and here only when they are gone.</summary>
[Shape]
public sealed partial record LogStreamDocument
{
    /// <summary>What events refer to; never given out again.</summary>
    public required long Id { get; init; }

    public required long GroupId { get; init; }

    public required string LogStreamName { get; init; }

    /// <summary>Milliseconds since the epoch.</summary>
    public required long CreationTime { get; init; }

    /// <summary>How many events have been freed; 0 when the members below have no meaning.</summary>
    public long FreedEvents { get; init; }

    /// <summary>The earliest timestamp among them, in milliseconds since the epoch.</summary>
    public long FreedFirstTime { get; init; }

    /// <summary>The latest timestamp among them.</summary>
    public long FreedLastTime { get; init; }

    /// <summary>The latest ingestion time among them.</summary>
    public long FreedLastIngestion { get; init; }

    /// <summary>The sequence of the last request among them.</summary>
    public long FreedLastSequence { get; init; }
}
