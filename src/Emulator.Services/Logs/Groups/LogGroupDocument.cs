using Emulator.Protocol.Shapes;

namespace Emulator.Services.Logs.Groups;

/// <summary>What is stored of a log group. What AWS computes (ARNs, stored bytes, number of filters) is added by DescribeLogGroups.</summary>
[Shape]
public sealed partial record LogGroupDocument
{
    /// <summary>The owner of the events; never given out again.</summary>
    public required long Id { get; init; }

    public required string LogGroupName { get; init; }

    /// <summary>Milliseconds since the epoch.</summary>
    public required long CreationTime { get; init; }

    public required string LogGroupClass { get; init; }

    /// <summary>Days; <c>null</c> when events never expire.</summary>
    public int? RetentionInDays { get; init; }

    /// <summary>What earlier retentions have freed; a longer one does not bring it back.</summary>
    public IReadOnlyList<FreedEvents> Freed { get; init; } = [];

    public string? KmsKeyId { get; init; }

    public bool DeletionProtectionEnabled { get; init; }

    /// <summary><c>null</c> until it is first set.</summary>
    public bool? BearerTokenAuthenticationEnabled { get; init; }

    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}
