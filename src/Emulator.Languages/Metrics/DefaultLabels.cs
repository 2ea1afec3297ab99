namespace Emulator.Languages.Metrics;

/// <summary>A metric as one series shows it.</summary>
/// <param name="Period">Seconds.</param>
public readonly record struct LabelSource(IMetricIdentity Metric, string Statistic, int Period);

/// <summary>The labels of series that have none of their own: the metric's name and whatever tells the series apart.</summary>
/// <remarks>
/// Recorded from AWS: the statistic and the period appear when they differ. Namespace and dimension values follow the samples of
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html"/>.
/// </remarks>
public static class DefaultLabels
{
    /// <summary>One label per series, in the same order.</summary>
    public static IReadOnlyList<string> For(IReadOnlyList<LabelSource> series)
    {
        var hasNamespace = Differ(series, source => source.Metric.Namespace);
        var hasDimensions = Differ(series, source => DimensionValues(source.Metric));
        var hasStatistic = Differ(series, source => source.Statistic);
        var hasPeriod = Differ(series, source => source.Period);
        return [.. series.Select(Label)];

        string Label(LabelSource source)
        {
            string?[] parts =
            [
                hasNamespace ? source.Metric.Namespace : null,
                source.Metric.MetricName,
                hasDimensions ? DimensionValues(source.Metric) : null,
                hasStatistic ? source.Statistic : null,
                hasPeriod ? $"{source.Period}" : null,
            ];
            return string.Join(' ', parts.Where(part => !string.IsNullOrEmpty(part)));
        }
    }

    static bool Differ<T>(IReadOnlyList<LabelSource> series, Func<LabelSource, T> part) =>
        series.Select(part).Distinct().Skip(1).Any();

    static string DimensionValues(IMetricIdentity metric) =>
        string.Join(' ', Enumerable.Range(0, metric.DimensionCount).Select(index => metric.Dimension(index).Value));
}
