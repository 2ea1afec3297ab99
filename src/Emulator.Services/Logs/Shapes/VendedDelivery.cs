using System.ComponentModel.DataAnnotations;
using Emulator.Protocol.Shapes;

namespace Emulator.Services.Logs.Shapes;

/// <summary>A source joined to a destination: AWS's Delivery.</summary>
[Shape]
public sealed partial record VendedDelivery
{
    public required string Id { get; init; }

    public required string Arn { get; init; }

    public required string DeliverySourceName { get; init; }

    public required string DeliveryDestinationArn { get; init; }

    /// <summary>One of <see cref="VendedDestinationType"/>.</summary>
    public required string DeliveryDestinationType { get; init; }

    public IReadOnlyList<string>? RecordFields { get; init; }

    public string? FieldDelimiter { get; init; }

    public S3DeliveryConfiguration? S3DeliveryConfiguration { get; init; }

    /// <summary><c>null</c> when there are none.</summary>
    public IReadOnlyDictionary<string, string>? Tags { get; init; }
}

/// <summary>Where in a bucket logs are put.</summary>
[Shape]
public sealed partial record S3DeliveryConfiguration
{
    [Length(1, 256)]
    public string? SuffixPath { get; init; }

    public bool? EnableHiveCompatiblePath { get; init; }
}

/// <summary>A policy that lets other accounts deliver to a destination.</summary>
[Shape]
public sealed partial record VendedPolicy
{
    /// <summary><c>null</c> when there is none.</summary>
    public string? DeliveryDestinationPolicy { get; init; }
}
