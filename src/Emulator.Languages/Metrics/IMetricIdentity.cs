namespace Emulator.Languages.Metrics;

/// <summary>What makes a metric this metric, as the selecting languages see it.</summary>
/// <remarks>The service's own series keys implement it, so that a search over a catalog copies nothing.</remarks>
public interface IMetricIdentity
{
    string AccountId { get; }

    string Namespace { get; }

    string MetricName { get; }

    int DimensionCount { get; }

    /// <summary>The name and value of a dimension, by its index.</summary>
    (string Name, string Value) Dimension(int index);
}

/// <summary>Questions about dimensions that both languages ask.</summary>
internal static class MetricDimensions
{
    /// <summary>The value of the dimension with this name; null when the metric does not have it.</summary>
    public static string? ValueOf(IMetricIdentity metric, string name)
    {
        for (var i = 0; i < metric.DimensionCount; i++)
        {
            if (metric.Dimension(i).Name == name)
            {
                return metric.Dimension(i).Value;
            }
        }

        return null;
    }

    /// <summary>Whether the metric has these dimensions and no others, in whatever order.</summary>
    public static bool AreExactly(IMetricIdentity metric, IReadOnlyCollection<string> names) =>
        metric.DimensionCount == names.Count && names.All(name => ValueOf(metric, name) is not null);
}
