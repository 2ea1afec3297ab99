using Emulator.Protocol.Shapes;

namespace Emulator.Services.Logs.Shapes;

/// <summary>A name in front of a log group, bucket or stream that services send logs to: AWS's DeliveryDestination.</summary>
[Shape]
public sealed partial record VendedDestination
{
    public required string Name { get; init; }

    public required string Arn { get; init; }

    /// <summary>One of <see cref="VendedDestinationType"/>.</summary>
    public required string DeliveryDestinationType { get; init; }

    /// <summary>One of <see cref="VendedOutputFormat"/>; <c>null</c> until it is given.</summary>
    public string? OutputFormat { get; init; }

    /// <summary><c>null</c> for X-Ray.</summary>
    public DeliveryDestinationConfiguration? DeliveryDestinationConfiguration { get; init; }

    /// <summary><c>null</c> when there are none.</summary>
    public IReadOnlyDictionary<string, string>? Tags { get; init; }
}

/// <summary>What a delivery destination stands for.</summary>
[Shape]
public sealed partial record DeliveryDestinationConfiguration
{
    public required string DestinationResourceArn { get; init; }
}

/// <summary>Which service takes the logs.</summary>
static class VendedDestinationType
{
    public const string S3 = "S3";
    public const string CloudWatchLogs = "CWL";
    public const string Firehose = "FH";
    public const string XRay = "XRAY";
}

/// <summary>The form of the logs, in the order of AWS's error texts.</summary>
static class VendedOutputFormat
{
    public const string W3C = "w3c";
    public const string Raw = "raw";
    public const string Json = "json";
    public const string Plain = "plain";
    public const string Parquet = "parquet";
}
