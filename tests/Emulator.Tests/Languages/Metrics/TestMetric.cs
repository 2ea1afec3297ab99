using Emulator.Languages.Metrics;

namespace Emulator.Tests.Languages.Metrics;

/// <summary>A metric written as <c>NAMESPACE NAME DIMENSION=VALUE …</c>, with <c>~</c> for a blank in a name.</summary>
sealed class TestMetric : IMetricIdentity
{
    public const string Account = "111122223333";

    readonly (string Name, string Value)[] _dimensions;

    public TestMetric(string text)
    {
        var parts = text.Split(' ').Select(part => part.Replace('~', ' ')).ToArray();
        Namespace = parts[0];
        MetricName = parts[1];
        _dimensions = [.. parts[2..].Select(part => (part[..part.IndexOf('=')], part[(part.IndexOf('=') + 1)..]))];
    }

    public string AccountId => Account;

    public string Namespace { get; }

    public string MetricName { get; }

    public int DimensionCount => _dimensions.Length;

    public (string Name, string Value) Dimension(int index) => _dimensions[index];
}
