using Emulator.Protocol.Shapes;

namespace Emulator.Services.Logs.Shapes;

/// <summary>Lets AWS services write to the log groups of an account, or to one log group.</summary>
[Shape]
public sealed partial record ResourcePolicy
{
    public string? PolicyName { get; init; }

    public string? PolicyDocument { get; init; }

    /// <summary>Milliseconds since the epoch.</summary>
    public long? LastUpdatedTime { get; init; }

    /// <summary>One of <see cref="Shapes.PolicyScope"/>.</summary>
    public string? PolicyScope { get; init; }

    /// <summary>The log group of a policy of the scope RESOURCE.</summary>
    public string? ResourceArn { get; init; }

    /// <summary>Changes with every update of a policy of the scope RESOURCE.</summary>
    public string? RevisionId { get; init; }
}
