using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Events;

namespace Emulator.Services.Logs.Groups;

/// <summary>Events that a retention, which is no longer in force, had freed for good. Their block may be there still.</summary>
[Shape]
public sealed partial record FreedEvents
{
    /// <summary>Their timestamps lie before, in milliseconds since the epoch.</summary>
    public required long Before { get; init; }

    /// <summary>The sequence of the last request that brought some.</summary>
    public required long Through { get; init; }

    public bool Include(EventId id) => id.Timestamp < Before && id.Request <= Through;
}
