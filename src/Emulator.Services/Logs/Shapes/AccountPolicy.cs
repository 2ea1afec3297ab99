using Emulator.Protocol.Shapes;

namespace Emulator.Services.Logs.Shapes;

/// <summary>A policy for all log groups of an account in a region, or for those that it selects.</summary>
[Shape]
public sealed partial record AccountPolicy
{
    /// <summary>The only scope that AWS knows.</summary>
    public const string All = "ALL";

    public required string PolicyName { get; init; }

    public required string PolicyDocument { get; init; }

    /// <summary>Milliseconds since the epoch.</summary>
    public required long LastUpdatedTime { get; init; }

    /// <summary>One of <see cref="Shapes.PolicyType"/>.</summary>
    public required string PolicyType { get; init; }

    public required string Scope { get; init; }

    public string? SelectionCriteria { get; init; }

    public required string AccountId { get; init; }
}
