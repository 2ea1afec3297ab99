using Emulator.Protocol.Shapes;

namespace Emulator.Services.Logs.Filters;

/// <summary>A minute in which events came in that a metric filter with a default value has looked at.</summary>
[Shape]
public sealed partial record FilterMinute
{
    public required string LogGroupName { get; init; }

    public required string FilterName { get; init; }

    /// <summary>Where the minute starts, in seconds since the epoch.</summary>
    public required long Start { get; init; }

    /// <summary>Whether an event has matched.</summary>
    public required bool HasMatch { get; init; }
}
