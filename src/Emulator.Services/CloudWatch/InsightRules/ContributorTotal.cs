using Emulator.Languages.ContributorRules;

namespace Emulator.Services.CloudWatch.InsightRules;

/// <summary>What one contributor has contributed.</summary>
/// <param name="contributor">As <see cref="ContributionReader.Contributor"/> writes it.</param>
/// <threadsafety>Not thread-safe.</threadsafety>
sealed class ContributorTotal(string contributor)
{
    readonly Dictionary<int, double> _buckets = [];

    public string Contributor => contributor;

    public IReadOnlyList<string> Keys => ContributionReader.KeysOf(contributor);

    public double Sum { get; private set; }

    /// <summary>The greatest single value.</summary>
    public double Maximum { get; private set; } = double.NegativeInfinity;

    /// <summary>The sums of the buckets that the contributor is in, by the number of the bucket.</summary>
    public IReadOnlyDictionary<int, double> Buckets => _buckets;

    public void Add(int bucket, double value)
    {
        Sum += value;
        Maximum = Math.Max(Maximum, value);
        _buckets[bucket] = _buckets.GetValueOrDefault(bucket) + value;
    }
}
