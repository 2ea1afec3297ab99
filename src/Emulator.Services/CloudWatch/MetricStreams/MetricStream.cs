using Emulator.Protocol.Shapes;
using Emulator.Services.CloudWatch.Metrics;
using Emulator.Services.CloudWatch.Shapes;

namespace Emulator.Services.CloudWatch.MetricStreams;

/// <summary>A metric stream as it is persisted.</summary>
[Shape]
internal sealed partial record MetricStream
{
    public required string Name { get; init; }

    public required string FirehoseArn { get; init; }

    public required string RoleArn { get; init; }

    public required string OutputFormat { get; init; }

    /// <summary>One of <see cref="MetricStreamState"/>.</summary>
    public required string State { get; init; }

    public required DateTimeOffset CreationDate { get; init; }

    public required DateTimeOffset LastUpdateDate { get; init; }

    /// <summary>The only metrics that are sent; <c>null</c> for all.</summary>
    public IReadOnlyList<MetricStreamFilter>? IncludeFilters { get; init; }

    /// <summary>Metrics that are not sent; <c>null</c> for none.</summary>
    public IReadOnlyList<MetricStreamFilter>? ExcludeFilters { get; init; }

    public IReadOnlyList<MetricStreamStatisticsConfiguration>? StatisticsConfigurations { get; init; }

    public bool IsRunning => State == MetricStreamState.Running;

    /// <summary>Whether the stream is for a metric.</summary>
    public bool Includes(MetricKey metric) =>
        IncludeFilters is { } wanted
            ? wanted.Any(filter => Fits(filter, metric))
            : !(ExcludeFilters ?? []).Any(filter => Fits(filter, metric));

    /// <summary>The statistics of a metric that are sent besides those that always are, each once.</summary>
    public IEnumerable<string> AdditionalStatisticsOf(MetricKey metric) =>
        (StatisticsConfigurations ?? [])
            .Where(configuration =>
                configuration.IncludeMetrics.Any(one =>
                    one.Namespace == metric.Namespace && one.MetricName == metric.Name
                )
            )
            .SelectMany(static configuration => configuration.AdditionalStatistics)
            .Distinct();

    static bool Fits(MetricStreamFilter filter, MetricKey metric) =>
        filter.Namespace == metric.Namespace
        && (filter.MetricNames is not { Count: > 0 } names || names.Contains(metric.Name));
}

/// <summary>Whether a stream sends metrics.</summary>
internal static class MetricStreamState
{
    public const string Running = "running";
    public const string Stopped = "stopped";
}
