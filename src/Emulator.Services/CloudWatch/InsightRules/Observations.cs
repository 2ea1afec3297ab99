namespace Emulator.Services.CloudWatch.InsightRules;

/// <summary>What a rule has observed in a bucket of time: one value for each event that counts.</summary>
/// <threadsafety>Not thread-safe.</threadsafety>
sealed class Observations
{
    long _count;
    double _sum;
    double _minimum = double.PositiveInfinity;
    double _maximum = double.NegativeInfinity;
    long _contributors;
    double _topContributor = double.NegativeInfinity;

    public void Add(double value)
    {
        _count++;
        _sum += value;
        _minimum = Math.Min(_minimum, value);
        _maximum = Math.Max(_maximum, value);
    }

    /// <summary>Notes what one contributor has contributed to the bucket in all.</summary>
    public void AddContributor(double value)
    {
        _contributors++;
        _topContributor = Math.Max(_topContributor, value);
    }

    /// <param name="metric">One of <see cref="RuleMetric"/>.</param>
    public double ValueOf(string metric) =>
        metric switch
        {
            RuleMetric.UniqueContributors => _contributors,
            RuleMetric.MaxContributorValue => _topContributor,
            RuleMetric.SampleCount => _count,
            RuleMetric.Average => _sum / _count,
            RuleMetric.Sum => _sum,
            RuleMetric.Minimum => _minimum,
            RuleMetric.Maximum => _maximum,
            _ => throw new ArgumentOutOfRangeException(nameof(metric), metric, null),
        };
}
