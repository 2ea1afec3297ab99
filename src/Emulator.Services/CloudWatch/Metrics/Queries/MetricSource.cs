using Emulator.Languages.MetricMath;
using Emulator.Languages.Metrics;
using Emulator.Languages.MetricsSql;
using Emulator.Languages.Search;
using Emulator.Languages.Text;
using Emulator.Services.CloudWatch.Shapes;

namespace Emulator.Services.CloudWatch.Metrics.Queries;

/// <summary>Reads metrics for queries: one by its identity, or those that a search or a Metrics Insights query selects.</summary>
/// <threadsafety>Not thread-safe; it serves one request.</threadsafety>
sealed class MetricSource(MetricsEngine metrics, QueryRange range, string account)
{
    /// <summary>The most metrics that a search returns.</summary>
    const int MaxFound = 500;

    /// <summary>How long metrics are found after their last datum.</summary>
    static readonly TimeSpan Findable = TimeSpan.FromDays(14);

    /// <summary>How far back Metrics Insights looks.</summary>
    static readonly TimeSpan Selectable = TimeSpan.FromDays(14);

    /// <summary>How far back it looks for an alarm.</summary>
    /// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-limits.html"/></remarks>
    static readonly TimeSpan SelectableForAlarm = TimeSpan.FromHours(3);

    readonly Dictionary<TimeSeries, SeriesOrigin> _origins = new(ReferenceEqualityComparer.Instance);
    readonly Dictionary<TimeSeries, IReadOnlyDictionary<string, string>> _groups = new(
        ReferenceEqualityComparer.Instance
    );
    readonly List<MessageData> _messages = [];

    public QueryRange Range => range;

    /// <summary>Remarks on the whole answer.</summary>
    public IReadOnlyList<MessageData> Messages => _messages;

    /// <summary>Where a series comes from; <c>null</c> when it was computed.</summary>
    public SeriesOrigin? OriginOf(TimeSeries series) => _origins.GetValueOrDefault(series);

    /// <summary>By what a series of a Metrics Insights query with GROUP BY was grouped; nothing for other series.</summary>
    public IReadOnlyDictionary<string, string> GroupOf(TimeSeries series) =>
        _groups.GetValueOrDefault(series) ?? new Dictionary<string, string>();

    /// <summary>Reads a statistic of a metric.</summary>
    /// <param name="unit">Only data in this unit; <c>null</c> for the alphabetically first that has data.</param>
    /// <param name="label">The label of the series, which may depend on its points.</param>
    public TimeSeries Read(
        MetricIdentity metric,
        Statistic statistic,
        int period,
        string? unit,
        Func<TimeSeries, string> label
    )
    {
        var window = range.WindowOf(period);
        var series = metrics.Catalog.Find(metric.Key);
        var units = series is null ? [] : UnitsOf(series, unit, window);
        var unlabelled =
            units.Count == 0
                ? TimeSeries.Empty("", period)
                : metrics.Reader.Read(series!, units[0], statistic, window, range.Now);
        _origins.Add(unlabelled, new SeriesOrigin(new LabelSource(metric, statistic.Name, period), units));
        return Relabel(unlabelled, label(unlabelled));
    }

    /// <summary>The same series under another name.</summary>
    public TimeSeries Relabel(TimeSeries series, string label)
    {
        var named = new TimeSeries(label, series.Period, series.Timestamps, series.Values, series.HasArithmeticError);
        if (_origins.TryGetValue(series, out var origin))
        {
            _origins.Add(named, origin);
        }

        return named;
    }

    /// <summary>Reads the metrics that a search finds, in the order in which they were first seen.</summary>
    /// <exception cref="SyntaxException">The statistic or the period does not exist.</exception>
    public IReadOnlyList<TimeSeries> Search(MetricSearch search, string statisticName, int period)
    {
        if (!Statistic.TryParse(statisticName, out var statistic))
        {
            throw new SyntaxException($"Unknown statistic '{statisticName}'", default);
        }

        if (!PeriodRules.IsValid(period))
        {
            throw new SyntaxException($"The period of SEARCH must be a multiple of 60, not {period}", default);
        }

        var found = FindAll(search);
        if (found.Count > MaxFound)
        {
            found.RemoveRange(MaxFound, found.Count - MaxFound);
            AddMessage("MaxMetricsExceeded", "Maximum number of allowed metrics exceeded");
        }

        var labels = DefaultLabels.For(found.ConvertAll(metric => new LabelSource(metric, statistic.Name, period)));
        var series = new TimeSeries[found.Count];
        for (var i = 0; i < series.Length; i++)
        {
            var label = labels[i];
            series[i] = Read(found[i], statistic, period, null, _ => label);
        }

        return series;
    }

    /// <summary>Runs a Metrics Insights query, over the data of all units.</summary>
    /// <param name="period">Seconds.</param>
    public MetricMathResult Select(MetricsSqlQuery query, int period)
    {
        var window = range.IsOfAlarm ? WindowOfAlarm(period) : SelectableWindow(period);
        var candidates = metrics.Catalog.List(query.Namespace, query.MetricName).ToArray();
        var result = query.Run(
            candidates.Select(series => series.Identity),
            metric => Observe(metric.Key, window),
            period,
            new MetricsSqlScope(account, TagOf)
        );
        if (result.HasTooManyMetrics)
        {
            AddMessage(
                "MaxMatchingResultsExceeded",
                $"The query matches more than {MetricsSqlQuery.MaxMetrics} metrics; the others are left out"
            );
        }

        if (result.HasTooManySeries)
        {
            AddMessage(
                "MaxQueryResultsExceeded",
                $"The query yields more than {MetricsSqlQuery.MaxSeries} time series; the others are left out"
            );
        }

        foreach (var (series, group) in result.Result.Series.Zip(result.Groups))
        {
            _groups[series] = group;
        }

        return result.Result;
    }

    MetricWindow SelectableWindow(int period)
    {
        var earliest = range.Now - Selectable;
        if (range.Start >= earliest)
        {
            return range.WindowOf(period);
        }

        AddMessage(
            "MaxQueryTimeRangeExceeded",
            "Metrics Insights queries cover the past two weeks; earlier data is left out"
        );
        return (range with { Start = earliest }).WindowOf(period);
    }

    /// <summary>The buckets of an alarm, without those that ended too long ago.</summary>
    MetricWindow WindowOfAlarm(int period)
    {
        var window = range.WindowOf(period);
        var tooEarly = (range.Now - SelectableForAlarm).ToUnixTimeSeconds() - window.Start;
        return window with { Start = window.Start + Math.Max(0, tooEarly) / period * period };
    }

    /// <summary>Adds a remark on the whole answer, each code once.</summary>
    public void AddMessage(string code, string value)
    {
        if (!_messages.Exists(message => message.Code == code))
        {
            _messages.Add(new MessageData { Code = code, Value = value });
        }
    }

    /// <summary>AWS asks the resources behind metrics; the emulator knows none and says so.</summary>
    string? TagOf(IMetricIdentity metric, string tag)
    {
        AddMessage(
            "UnknownResourceTags",
            "The emulator knows no tags of the resources behind metrics; no metric has any"
        );
        return null;
    }

    List<MetricIdentity> FindAll(MetricSearch search)
    {
        var since = (range.Now - Findable).ToUnixTimeSeconds();
        var found = new List<MetricIdentity>();
        foreach (var series in metrics.Catalog.List(search.Namespace))
        {
            if (series.LastActivity >= since && search.Matches(series.Identity, account))
            {
                found.Add(series.Identity);
                if (found.Count > MaxFound)
                {
                    break;
                }
            }
        }

        return found;
    }

    List<string> UnitsOf(MetricSeries series, string? unit, MetricWindow window)
    {
        if (unit is not null)
        {
            return [unit];
        }

        var units = series.Units();
        return units.Count == 1
            ? [units[0]]
            :
            [
                .. units
                    .Where(other => metrics.Reader.HasData(series, other, window, range.Now))
                    .Order(StringComparer.Ordinal),
            ];
    }

    Observations[] Observe(MetricKey key, MetricWindow window)
    {
        if (metrics.Catalog.Find(key) is not { } series)
        {
            return [];
        }

        var cursor = metrics.Reader.Open(series, null, window, range.Now, keepsValues: false);
        var observations = new List<Observations>();
        while (cursor.MoveNext())
        {
            var sum = cursor.Current;
            observations.Add(new Observations(cursor.Time, sum.Count, sum.Sum, sum.Minimum, sum.Maximum));
        }

        return [.. observations];
    }
}
