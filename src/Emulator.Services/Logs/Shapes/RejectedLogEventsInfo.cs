using Emulator.Protocol.Shapes;

namespace Emulator.Services.Logs.Shapes;

/// <summary>Which events of a PutLogEvents request were not stored.</summary>
[Shape]
public sealed partial record RejectedLogEventsInfo
{
    /// <summary>The first event that is too new.</summary>
    public int? TooNewLogEventStartIndex { get; init; }

    /// <summary>One past the last event that is too old.</summary>
    public int? TooOldLogEventEndIndex { get; init; }

    /// <summary>One past the last event that the log group's retention has expired.</summary>
    public int? ExpiredLogEventEndIndex { get; init; }
}
