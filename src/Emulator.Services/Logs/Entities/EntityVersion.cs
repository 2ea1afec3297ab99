using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Entities;

/// <summary>What sent the events of a log stream from a request on, until another version says otherwise.</summary>
[Shape]
public sealed partial record EntityVersion
{
    public required string LogGroupName { get; init; }

    public required long StreamId { get; init; }

    /// <summary>The sequence of the first request.</summary>
    public required long From { get; init; }

    /// <summary><c>null</c> when the requests named none.</summary>
    public Entity? Entity { get; init; }
}
