using Emulator.Protocol.Shapes;

namespace Emulator.Services.Logs.Shapes;

/// <summary>Which fields of a log group are indexed.</summary>
[Shape]
public sealed partial record IndexPolicy
{
    /// <summary>The ARN of the log group.</summary>
    public required string LogGroupIdentifier { get; init; }

    /// <summary>Milliseconds since the epoch.</summary>
    public required long LastUpdateTime { get; init; }

    public required string PolicyDocument { get; init; }

    /// <summary>The name of the account policy; <c>null</c> for a policy of the group.</summary>
    public string? PolicyName { get; init; }

    /// <summary>ACCOUNT or LOG_GROUP.</summary>
    public required string Source { get; init; }
}
