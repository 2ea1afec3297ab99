using System.ComponentModel.DataAnnotations;
using Emulator.Protocol.Shapes;

namespace Emulator.Services.Logs.Shapes;

/// <summary>Where the results of a scheduled query go.</summary>
[Shape]
public sealed partial record DestinationConfiguration
{
    /// <summary>Refused: there is no S3.</summary>
    public S3Configuration? S3Configuration { get; init; }

    public LookupTableConfiguration? LookupTableConfiguration { get; init; }
}

/// <summary>A bucket for results.</summary>
[Shape]
public sealed partial record S3Configuration
{
    [MaxLength(1024), RegularExpression(Patterns.S3Uri)]
    public required string DestinationIdentifier { get; init; }

    [MinLength(1)]
    public required string RoleArn { get; init; }

    [Length(12, 12), RegularExpression(Patterns.AccountId)]
    public string? OwnerAccountId { get; init; }

    [MaxLength(256)]
    public string? KmsKeyId { get; init; }
}

/// <summary>A lookup table that each run creates or replaces.</summary>
[Shape]
public sealed partial record LookupTableConfiguration
{
    [Length(1, 256), RegularExpression(Patterns.LookupTableName)]
    public required string TableName { get; init; }

    /// <summary>Stored and shown; there are no permissions.</summary>
    [MinLength(1)]
    public required string RoleArn { get; init; }

    [MaxLength(1024)]
    public string? Description { get; init; }

    [MaxLength(256)]
    public string? KmsKeyId { get; init; }

    /// <summary>For a table that is created.</summary>
    [
        Length(1, 50),
        KeyLength(1, 128),
        KeyRegularExpression(Patterns.TagKey),
        ElementLength(0, 256),
        ElementRegularExpression(Patterns.TagValue)
    ]
    public IReadOnlyDictionary<string, string>? Tags { get; init; }
}
