using System.ComponentModel.DataAnnotations;
using Emulator.Protocol.Shapes;
using Emulator.Services.CloudWatch.Shapes;

namespace Emulator.Services.Logs.Shapes;

/// <summary>What a metric filter publishes for a matching event.</summary>
/// <remarks>
/// The members are in the order in which AWS prints them in errors.
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_MetricTransformation.html"/>
/// </remarks>
[Shape]
public sealed partial record MetricTransformation
{
    [MaxLength(255), RegularExpression(Patterns.MetricName)]
    public required string MetricName { get; init; }

    [MaxLength(255), RegularExpression(Patterns.MetricName)]
    public required string MetricNamespace { get; init; }

    /// <summary>A number, or a value that the filter pattern provides.</summary>
    [MaxLength(100)]
    public required string MetricValue { get; init; }

    /// <summary>What is published for a minute in which events came in and none matched; <c>null</c> for nothing.</summary>
    public double? DefaultValue { get; init; }

    /// <summary>Default <c>None</c>.</summary>
    [EnumSet(typeof(StandardUnit))]
    public string? Unit { get; init; }

    /// <summary>Names, and values that the filter pattern provides.</summary>
    [KeyLength(0, 255), ElementLength(0, 255)]
    public IReadOnlyDictionary<string, string>? Dimensions { get; init; }
}
