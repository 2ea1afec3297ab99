using Emulator.Protocol.Shapes;

namespace Emulator.Services.Logs.Indexes;

/// <summary>What is stored of the index policy of a log group.</summary>
[Shape]
public sealed partial record IndexPolicyDocument
{
    public required string LogGroupName { get; init; }

    public required string PolicyDocument { get; init; }

    /// <summary>Milliseconds since the epoch.</summary>
    public required long LastUpdateTime { get; init; }
}
