using System.Globalization;
using Emulator.Languages.MetricMath;
using Emulator.Languages.MetricMath.Bands;
using Emulator.Languages.Search;

namespace Emulator.Tests.Languages.MetricMath;

/// <summary>
/// A request over a few slots of a minute from 2026-03-20T12:00:00Z, whose metrics are written as <c>a=[1,2,-] b=[…]</c>.
/// </summary>
sealed class MetricMathRequest : IMetricMathInput
{
    public const long Start = 1_774_008_000;
    const int Minute = 60;

    readonly Dictionary<string, MetricMathResult> _values = [];
    readonly List<string> _metricIds = [];
    readonly int _slots;

    public MetricMathRequest(string metrics)
    {
        foreach (var metric in metrics.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var (id, points) = (metric[..metric.IndexOf('=')], metric[(metric.IndexOf('=') + 2)..^1].Split(','));
            _metricIds.Add(id);
            _values[id] = MetricMathResult.Of(Series(id, points));
            _slots = Math.Max(_slots, points.Length);
        }
    }

    public int? Period { get; init; } = Minute;

    public long End => Start + (_slots * Minute);

    public IReadOnlyList<string> MetricIds => _metricIds;

    /// <summary>Adds an expression with its value.</summary>
    public void Add(string id, MetricMathResult value) => _values[id] = value;

    public MetricMathSymbol? Resolve(string id) =>
        _values.TryGetValue(id, out var value)
            ? new(value.IsArray ? MetricMathType.TimeSeriesArray : MetricMathType.TimeSeries, _metricIds.Contains(id))
            : null;

    public MetricMathResult Evaluate(string expression) =>
        MetricMathExpression.Parse(expression).Check(Resolve).Evaluate(this);

    public long GridStart(int period) => Start;

    public void Reserve(long points) { }

    public int PeriodOf(string id) => Find(id).Series[0].Period;

    public MetricMathResult Find(string id) => _values[id];

    public IReadOnlyList<TimeSeries> Search(MetricSearch search, string statistic, int period) =>
        [TimeSeries.Empty($"{search} {statistic} {period}", period)];

    public TimeSeries InsightRuleMetric(string ruleName, string metric, int period) =>
        Series(metric, [.. Enumerable.Repeat("1", _slots)]);

    public AnomalyBandModel AnomalyModel(string id) => new(Find(id).Series[0], new());

    public double? ServiceQuota(string id) => id == "a" ? 200 : null;

    /// <summary>A result as the case tables write it.</summary>
    public string Print(MetricMathResult result)
    {
        var error = result.Series.Any(series => series.HasArithmeticError) ? " + ArithmeticError" : "";
        var series = result.Series.Select(series => result.IsArray ? $"{series.Label}={Print(series)}" : Print(series));
        return result.Series.Count == 0 ? "none" : string.Join(' ', series) + error;
    }

    public static TimeSeries Series(string label, params string[] points)
    {
        var present = points.Index().Where(point => point.Item != "-").ToList();
        return new(
            label,
            Minute,
            [.. present.Select(point => Start + (point.Index * Minute))],
            [.. present.Select(point => double.Parse(point.Item, CultureInfo.InvariantCulture))]
        );
    }

    string Print(TimeSeries series)
    {
        var points = Enumerable.Repeat("-", _slots).ToArray();
        for (var i = 0; i < series.Count; i++)
        {
            points[(series.Timestamps[i] - Start) / Minute] = series
                .Values[i]
                .ToString("R", CultureInfo.InvariantCulture);
        }

        return $"[{string.Join(',', points)}]";
    }
}
