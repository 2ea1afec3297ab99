using System.ComponentModel.DataAnnotations;
using Emulator.Protocol.Shapes;

namespace Emulator.Services.CloudWatch.Shapes;

/// <summary>A statistic of a metric over periods.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricStat.html"/></remarks>
[Shape]
internal sealed partial record MetricStat
{
    public required Metric Metric { get; init; }

    /// <summary>Seconds.</summary>
    [Minimum(1)]
    public required int Period { get; init; }

    /// <summary>A statistic or an extended one.</summary>
    public required string Stat { get; init; }

    /// <summary>Only data in this unit; <c>null</c> for data in any.</summary>
    [EnumSet(typeof(ValidatedUnit))]
    public string? Unit { get; init; }
}
