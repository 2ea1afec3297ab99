using System.ComponentModel.DataAnnotations;
using Emulator.Protocol.Shapes;

namespace Emulator.Services.CloudWatch.Shapes;

/// <summary>Data for one metric: a value, values with counts, a statistic set, or the latter two together.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricDatum.html"/></remarks>
[Shape]
internal sealed partial record MetricDatum
{
    [Length(1, 255)]
    public required string MetricName { get; init; }

    /// <summary>Default none.</summary>
    [MaxLength(30)]
    public IReadOnlyList<Dimension>? Dimensions { get; init; }

    /// <summary>One of <see cref="StandardUnit"/>; default None.</summary>
    [EnumSet(typeof(StandardUnit))]
    public string? Unit { get; init; }

    /// <summary>Seconds: 1 or 60, the default.</summary>
    [AllowedValues(1, 60)]
    public int? StorageResolution { get; init; }

    /// <summary>Default: when the request came in.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    public double? Value { get; init; }

    public StatisticSet? StatisticValues { get; init; }

    [MaxLength(150)]
    public IReadOnlyList<double>? Values { get; init; }

    /// <summary>How often each of <see cref="Values"/> occurred; default once.</summary>
    [MaxLength(150)]
    public IReadOnlyList<double>? Counts { get; init; }
}
