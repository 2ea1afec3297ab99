using Emulator.Languages.Metrics;

namespace Emulator.Services.CloudWatch.Metrics;

/// <summary>A metric as the languages that select metrics see it.</summary>
/// <param name="accountId">The account that the metric belongs to.</param>
sealed class MetricIdentity(string accountId, MetricKey key) : IMetricIdentity
{
    public MetricKey Key => key;

    public string AccountId => accountId;

    public string Namespace => key.Namespace;

    public string MetricName => key.Name;

    public int DimensionCount => key.Dimensions.Count;

    public (string Name, string Value) Dimension(int index) =>
        (key.Dimensions[index].Name, key.Dimensions[index].Value);
}
