using Emulator.Services.CloudWatch.Metrics;

namespace Emulator.Services.CloudWatch.InsightRules;

/// <summary>What a rule finds in a window of time: contributors, and observations bucket by bucket.</summary>
/// <threadsafety>Not thread-safe.</threadsafety>
sealed class RuleCount
{
    /// <summary>The most contributors that are kept in memory.</summary>
    const int MaxContributors = 500_000;

    readonly MetricWindow _window;
    readonly Dictionary<int, Observations> _observations = [];
    readonly Dictionary<string, ContributorTotal> _contributors = [];
    readonly Dictionary<string, ContributorTotal>.AlternateLookup<ReadOnlySpan<char>> _byText;

    public RuleCount(MetricWindow window)
    {
        _window = window;
        _byText = _contributors.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>All contributors, in no order.</summary>
    public IReadOnlyCollection<ContributorTotal> Contributors => _contributors.Values;

    /// <summary>When a bucket starts.</summary>
    public DateTimeOffset StartOf(int bucket) =>
        DateTimeOffset.FromUnixTimeSeconds(_window.Start + (long)bucket * _window.Period);

    /// <param name="time">Seconds since the epoch, inside the window.</param>
    /// <exception cref="Protocol.AwsException">InvalidParameterValue: there are too many contributors.</exception>
    public void Add(ReadOnlySpan<char> contributor, long time, double value)
    {
        var bucket = (int)((time - _window.Start) / _window.Period);
        if (!_byText.TryGetValue(contributor, out var total))
        {
            if (_contributors.Count == MaxContributors)
            {
                throw InsightRuleErrors.TooManyContributors(MaxContributors);
            }

            total = new ContributorTotal(contributor.ToString());
            _contributors.Add(total.Contributor, total);
        }

        total.Add(bucket, value);
        if (!_observations.TryGetValue(bucket, out var observed))
        {
            observed = new Observations();
            _observations.Add(bucket, observed);
        }

        observed.Add(value);
    }

    /// <summary>Looks at what each contributor has contributed, when all is added.</summary>
    public void Finish()
    {
        foreach (var total in _contributors.Values)
        {
            foreach (var (bucket, sum) in total.Buckets)
            {
                _observations[bucket].AddContributor(sum);
            }
        }
    }

    /// <summary>A metric of a bucket; 0 where nothing was observed, as AWS answers.</summary>
    public double ValueOf(string metric, int bucket) => _observations.GetValueOrDefault(bucket)?.ValueOf(metric) ?? 0;
}
