using Emulator.Languages.MetricMath;
using Emulator.Languages.MetricMath.Bands;
using Emulator.Languages.Metrics;
using Emulator.Languages.MetricsSql;
using Emulator.Languages.Text;
using Emulator.Services.CloudWatch.AnomalyDetectors;
using Emulator.Services.CloudWatch.InsightRules;
using Emulator.Services.CloudWatch.Metrics.Labels;
using Emulator.Services.CloudWatch.Shapes;

namespace Emulator.Services.CloudWatch.Metrics.Queries;

/// <summary>One evaluation of a plan over one range of time; each query is computed once, when it is first asked for.</summary>
/// <threadsafety>Not thread-safe; one run serves one request.</threadsafety>
sealed class QueryRun
{
    /// <summary>
    /// The most points that the expressions of a request may compute: 160 MB. An answer holds 100,800 of them, and 500 series of a minute over
    /// ten days are 7,200,000.
    /// </summary>
    const long MaxPoints = 10_000_000;

    readonly QueryPlan _plan;
    readonly CloudWatchState _state;
    readonly LabelContext _labels;
    readonly Dictionary<string, MetricMathResult> _results = [];
    readonly Dictionary<string, string> _defaultLabels = [];
    long _points;

    public QueryRun(QueryPlan plan, CloudWatchState state, QueryRange range, LabelContext labels)
    {
        _plan = plan;
        _state = state;
        _labels = labels;
        Source = new MetricSource(state.Metrics, range, labels.Account);
        var queries = plan.Metrics.ToList();
        MetricIds = queries.ConvertAll(static query => query.Id);
        var sources = queries.ConvertAll(query => new LabelSource(
            IdentityOf(query),
            query.Statistic.Name,
            query.Period
        ));
        foreach (var (query, label) in queries.Zip(DefaultLabels.For(sources)))
        {
            _defaultLabels.Add(query.Id, label);
        }
    }

    public QueryRange Range => Source.Range;

    public MetricSource Source { get; }

    /// <summary>The Ids of the queries for metrics, in the order of the request.</summary>
    public IReadOnlyList<string> MetricIds { get; }

    /// <summary>What a query yields.</summary>
    /// <exception cref="Protocol.AwsException">ValidationError: only the data could show that an expression cannot be computed.</exception>
    public MetricMathResult Find(string id)
    {
        if (!_results.TryGetValue(id, out var result))
        {
            result = Compute(_plan.Find(id));
            _results.Add(id, result);
        }

        return result;
    }

    /// <summary>The period of a query, in seconds.</summary>
    /// <exception cref="Protocol.AwsException">ValidationError: it has none.</exception>
    public int PeriodOf(string id) =>
        _plan.Find(id) switch
        {
            PlannedMetric metric => metric.Period,
            PlannedMath math => math.Plan.PeriodOf(new ExpressionInput(this, math)) ?? throw PeriodMissing(id),
            var select => MetricsSqlQuery.PeriodFor(select.Source.Period ?? throw PeriodMissing(id)),
        };

    /// <summary>Whether the metric of a query belongs to an account that the caller may not see.</summary>
    public bool IsForbidden(PlannedQuery query) => query.Source.AccountId is { } account && account != _labels.Account;

    /// <summary>The label of a series in the answer to a query.</summary>
    public string LabelOf(PlannedQuery query, TimeSeries series) =>
        query is PlannedMetric ? series.Label : LabelOf(query, Find(query.Id), series);

    /// <summary>Counts points that are computed.</summary>
    /// <exception cref="SyntaxException">They would be too many to keep in memory.</exception>
    public void Reserve(long points)
    {
        _points += points;
        if (_points > MaxPoints)
        {
            throw new SyntaxException($"The request would compute more than {MaxPoints} points", default);
        }
    }

    /// <summary>The model of a metric or of an expression, trained on the two weeks before the range.</summary>
    /// <remarks>It is configured by the detector that watches the same, if there is one.</remarks>
    /// <exception cref="SyntaxException">No model can be made of the expression.</exception>
    public AnomalyBandModel AnomalyModelOf(string id)
    {
        if (_plan.Find(id) is PlannedMath math && MathDetectorRules.FindFault(_plan, math) is { } fault)
        {
            throw new SyntaxException(fault, default);
        }

        var training = Range with { TrainingSeconds = Range.TrainingSeconds + AnomalyBandModel.TrainingSeconds };
        var past = new QueryRun(_plan, _state, training, _labels);
        var history = past.Find(id).Series[0];
        var detector = _state.AnomalyDetectors.FindSubject(new DetectorSubject(_plan, id).Key);
        var isPercent = past.Source.OriginOf(history)?.Units is [StandardUnit.Percent, ..];
        return new AnomalyBandModel(history, DetectorSettings.Of(detector, isPercent));
    }

    /// <summary>A metric of a Contributor Insights rule.</summary>
    /// <exception cref="SyntaxException">There is no such rule.</exception>
    public TimeSeries InsightRuleMetric(string ruleName, string metric, int period) =>
        RuleSeries.Read(_state, ruleName, metric, Range.WindowOf(period));

    MetricMathResult Compute(PlannedQuery query)
    {
        try
        {
            return query switch
            {
                PlannedMetric metric => MetricMathResult.Of(Read(metric)),
                PlannedSelect select => Named(select, Source.Select(select.Query, PeriodOf(select.Id))),
                PlannedMath math => Named(math, Counted(math.Plan.Evaluate(new ExpressionInput(this, math)))),
                _ => throw new ArgumentOutOfRangeException(nameof(query)),
            };
        }
        catch (SyntaxException error)
        {
            throw QueryErrors.InExpression(query.Id, error);
        }
    }

    MetricMathResult Counted(MetricMathResult result)
    {
        Reserve(result.Series.Sum(static series => (long)series.Count));
        return result;
    }

    TimeSeries Read(PlannedMetric query)
    {
        if (IsForbidden(query))
        {
            return TimeSeries.Empty(_defaultLabels[query.Id], query.Period);
        }

        var label = DynamicLabel.Of(query.Source.Label);
        var identity = IdentityOf(query);
        return Source.Read(identity, query.Statistic, query.Period, query.Unit, LabelOfPoints);

        string LabelOfPoints(TimeSeries series) =>
            label.IsEmpty
                ? _defaultLabels[query.Id]
                : Format(
                    label,
                    _defaultLabels[query.Id],
                    series,
                    new LabelSource(identity, query.Statistic.Name, query.Period)
                );
    }

    /// <summary>Gives a single series the label of its query, so that expressions that read it know it by this name.</summary>
    MetricMathResult Named(PlannedQuery query, MetricMathResult result) =>
        result.IsArray
            ? result
            : MetricMathResult.Of(Source.Relabel(result.Series[0], LabelOf(query, result, result.Series[0])));

    string LabelOf(PlannedQuery query, MetricMathResult result, TimeSeries series)
    {
        var label = DynamicLabel.Of(query.Source.Label);
        return label.HasItems
            ? Format(label, result.LabelOf(series, query.Id, null), series, Source.OriginOf(series)?.Source)
            : result.LabelOf(series, query.Id, query.Source.Label);
    }

    string Format(DynamicLabel label, string defaultLabel, TimeSeries series, LabelSource? source) =>
        label.Format(new LabelValues(defaultLabel, series, source, _labels));

    MetricIdentity IdentityOf(PlannedMetric query) => new(_labels.Account, query.Key);

    static Protocol.AwsException PeriodMissing(string id) => QueryErrors.InExpression(id, "Period must not be null");
}
