using Emulator.Services.CloudWatch.Shapes;

namespace Emulator.Services.CloudWatch.Metrics;

/// <summary>What makes a metric itself within an account and region: namespace, name and the set of its dimensions.</summary>
/// <remarks>
/// The order of the dimensions does not matter, a subset of them is another metric, and the unit does not belong to the identity:
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_concepts.html#dimension-combinations"/>.
/// </remarks>
sealed class MetricKey : IEquatable<MetricKey>
{
    static readonly Comparison<Dimension> ByName = static (left, right) => string.CompareOrdinal(left.Name, right.Name);

    readonly Dimension[] _sorted;
    readonly int _hash;

    /// <param name="dimensions">In any order, no name twice.</param>
    public MetricKey(string ns, string name, IReadOnlyList<Dimension> dimensions)
    {
        Namespace = ns;
        Name = name;
        Dimensions = dimensions;
        _sorted = [.. dimensions];
        if (_sorted.Length > 1)
        {
            Array.Sort(_sorted, ByName);
        }

        var hash = new HashCode();
        hash.Add(ns);
        hash.Add(name);
        foreach (var dimension in _sorted)
        {
            hash.Add(dimension.Name);
            hash.Add(dimension.Value);
        }

        _hash = hash.ToHashCode();
    }

    public string Namespace { get; }

    public string Name { get; }

    /// <summary>The dimensions in the order in which they were given.</summary>
    public IReadOnlyList<Dimension> Dimensions { get; }

    /// <summary>The value of a dimension; <c>null</c> when the metric does not have it.</summary>
    public string? ValueOf(string dimension)
    {
        foreach (var candidate in _sorted)
        {
            if (candidate.Name == dimension)
            {
                return candidate.Value;
            }
        }

        return null;
    }

    public bool Equals(MetricKey? other)
    {
        if (
            other is null
            || _hash != other._hash
            || Name != other.Name
            || Namespace != other.Namespace
            || _sorted.Length != other._sorted.Length
        )
        {
            return false;
        }

        for (var i = 0; i < _sorted.Length; i++)
        {
            if (_sorted[i].Name != other._sorted[i].Name || _sorted[i].Value != other._sorted[i].Value)
            {
                return false;
            }
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as MetricKey);

    public override int GetHashCode() => _hash;

    /// <summary>For people: <c>AWS/EC2 CPUUtilization {InstanceId=i-1}</c>.</summary>
    public override string ToString() =>
        $"{Namespace} {Name} {{{string.Join(", ", _sorted.Select(d => $"{d.Name}={d.Value}"))}}}";
}
