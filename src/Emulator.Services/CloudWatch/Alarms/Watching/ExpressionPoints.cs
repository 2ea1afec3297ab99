using Emulator.Languages.MetricMath;
using Emulator.Services.CloudWatch.Alarms.Evaluation;
using Emulator.Services.CloudWatch.Metrics.Labels;
using Emulator.Services.CloudWatch.Metrics.Queries;
using Emulator.Services.CloudWatch.Shapes;

namespace Emulator.Services.CloudWatch.Alarms.Watching;

/// <summary>What an expression, a query or a metric of a list yields, with the band that it is compared with, if there is one.</summary>
sealed class ExpressionPoints : IAlarmPoints
{
    readonly CloudWatchState _state;
    readonly QueryPlan _plan;
    readonly string _watched;
    readonly string? _band;

    /// <param name="alarm">An alarm on a list of metrics that satisfies the rules.</param>
    public ExpressionPoints(CloudWatchState state, MetricAlarm alarm, QueryPlan plan)
    {
        _state = state;
        _plan = plan;
        _band = alarm.ThresholdMetricId;
        _watched = plan.Queries.First(query => query.IsReturned && query.Id != _band).Id;
    }

    public bool AreAbsentFrom(long start) => false;

    public void Fill(Span<AlarmPoint> range, long end, DateTimeOffset now)
    {
        var run = RunOver(range, end, now);
        if (run.Find(_watched).Series is not [var series, ..])
        {
            return;
        }

        var points = ValuesOf(series);
        var (lower, upper) = _band is null || series.Count == 0 ? ([], []) : BandOf(run.Find(_band).Series);
        for (var i = 0; i < range.Length; i++)
        {
            ref var point = ref range[i];
            if (!points.TryGetValue(point.Time, out var value))
            {
                continue;
            }

            if (_band is null)
            {
                point = point with { Value = value };
            }
            else if (lower.TryGetValue(point.Time, out var low) && upper.TryGetValue(point.Time, out var high))
            {
                point = point with { Value = value, Band = new AlarmBand(low, high) };
            }
        }
    }

    QueryRun RunOver(Span<AlarmPoint> range, long end, DateTimeOffset now)
    {
        var labels = new LabelContext(_state.Scope.Account, _state.Scope.Region, now, TimeSpan.Zero);
        var start = DateTimeOffset.FromUnixTimeSeconds(range[^1].Time);
        var asked = new QueryRange(start, DateTimeOffset.FromUnixTimeSeconds(end), now, IsOfAlarm: true);
        return new QueryRun(_plan, _state, asked, labels);
    }

    /// <summary>The two series of a band, whichever comes first.</summary>
    static (Dictionary<long, double> Lower, Dictionary<long, double> Upper) BandOf(IReadOnlyList<TimeSeries> band)
    {
        var (one, other) = (ValuesOf(band[0]), ValuesOf(band[1]));
        return one.Count > 0 && other.TryGetValue(one.First().Key, out var value) && value < one.First().Value
            ? (other, one)
            : (one, other);
    }

    static Dictionary<long, double> ValuesOf(TimeSeries series) =>
        series.Timestamps.Zip(series.Values).ToDictionary(point => point.First, point => point.Second);
}
