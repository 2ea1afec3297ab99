using System.Globalization;
using Emulator.Protocol.Shapes;
using Emulator.Services.CloudWatch.Shapes;

namespace Emulator.Services.CloudWatch.MetricStreams;

/// <summary>A minute of a metric that has got data and is to be sent to streams; persisted until it is.</summary>
[Shape]
internal sealed partial record StreamedMinute
{
    public required string Namespace { get; init; }

    public required string MetricName { get; init; }

    public required IReadOnlyList<Dimension> Dimensions { get; init; }

    public required string Unit { get; init; }

    /// <summary>The id of the metric.</summary>
    public required long MetricId { get; init; }

    /// <summary>Where the minute starts, in seconds since the epoch.</summary>
    public required long Start { get; init; }

    /// <summary>When it is sent, in seconds since the epoch.</summary>
    public required long Due { get; init; }

    /// <summary>Unique among the minutes that are to be sent.</summary>
    public static string NameOf(long metricId, string unit, long start) =>
        string.Create(CultureInfo.InvariantCulture, $"{start}:{metricId}:{unit}");

    public static string NameOf(StreamedMinute minute) => NameOf(minute.MetricId, minute.Unit, minute.Start);
}
