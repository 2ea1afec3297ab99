using Emulator.Languages.MetricMath;
using Emulator.Languages.MetricMath.Bands;
using Emulator.Languages.Search;
using Emulator.Languages.Text;

namespace Emulator.Services.CloudWatch.Metrics.Queries;

/// <summary>What an expression reads: the other queries of its run.</summary>
sealed class ExpressionInput(QueryRun run, PlannedMath query) : IMetricMathInput
{
    /// <summary>The most periods that a range may have for an expression, which may put a point into each.</summary>
    const long MaxSlots = 2_000_000;

    public int? Period => query.Source.Period;

    public long End => run.Range.EndSeconds;

    public IReadOnlyList<string> MetricIds => run.MetricIds;

    /// <exception cref="SyntaxException">The range has too many slots.</exception>
    public long GridStart(int period)
    {
        var window = run.Range.WindowOf(period);
        return window.Count <= MaxSlots
            ? window.Start
            : throw new SyntaxException(
                $"The time range has {window.Count} periods of {period} seconds, more than {MaxSlots}",
                default
            );
    }

    public void Reserve(long points) => run.Reserve(points);

    public int PeriodOf(string id) => run.PeriodOf(id);

    public MetricMathResult Find(string id) => run.Find(id);

    public IReadOnlyList<TimeSeries> Search(MetricSearch search, string statistic, int period) =>
        run.Source.Search(search, statistic, period);

    /// <exception cref="SyntaxException">There is no such rule, or the range has too many slots.</exception>
    public TimeSeries InsightRuleMetric(string ruleName, string metric, int period)
    {
        GridStart(period);
        return run.InsightRuleMetric(ruleName, metric, period);
    }

    public AnomalyBandModel AnomalyModel(string id) => run.AnomalyModelOf(id);

    /// <summary>AWS knows the quotas of its services; the emulator knows none and says so.</summary>
    public double? ServiceQuota(string id)
    {
        run.Source.AddMessage("UnknownServiceQuota", $"The emulator knows no quota for {id}; SERVICE_QUOTA is empty");
        return null;
    }
}
