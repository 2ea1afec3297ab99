using Emulator.Protocol.Shapes;

namespace Emulator.Services.Logs.Shapes;

/// <summary>A log group as DescribeLogGroups lists it.</summary>
[Shape]
public sealed partial record LogGroup
{
    public string? LogGroupName { get; init; }

    /// <summary>Milliseconds since the epoch.</summary>
    public long? CreationTime { get; init; }

    public int? RetentionInDays { get; init; }

    public int? MetricFilterCount { get; init; }

    /// <summary>The ARN with <c>:*</c> at the end.</summary>
    public string? Arn { get; init; }

    public long? StoredBytes { get; init; }

    public string? KmsKeyId { get; init; }

    public string? DataProtectionStatus { get; init; }

    public IReadOnlyList<string>? InheritedProperties { get; init; }

    public string? LogGroupClass { get; init; }

    /// <summary>The ARN without <c>:*</c>.</summary>
    public string? LogGroupArn { get; init; }

    public bool? DeletionProtectionEnabled { get; init; }

    public bool? BearerTokenAuthenticationEnabled { get; init; }
}
