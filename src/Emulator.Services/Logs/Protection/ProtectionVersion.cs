using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Versions;

namespace Emulator.Services.Logs.Protection;

/// <summary>What is stored of a data protection policy, as long as there may be events that it masks.</summary>
[Shape]
public sealed partial record ProtectionVersion : IVersion<ProtectionVersion>
{
    public required string LogGroupName { get; init; }

    public required string PolicyDocument { get; init; }

    /// <summary>Milliseconds since the epoch.</summary>
    public required long LastUpdatedTime { get; init; }

    public required long From { get; init; }

    public long? Until { get; init; }

    public ProtectionVersion Ended(long until) => this with { Until = until };
}
