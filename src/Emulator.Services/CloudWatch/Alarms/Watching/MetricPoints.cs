using Emulator.Services.CloudWatch.Alarms.Evaluation;
using Emulator.Services.CloudWatch.Metrics;
using Emulator.Services.CloudWatch.Shapes;

namespace Emulator.Services.CloudWatch.Alarms.Watching;

/// <summary>One statistic of one metric.</summary>
sealed class MetricPoints : IAlarmPoints
{
    readonly MetricsEngine _metrics;
    readonly MetricKey _key;
    readonly Statistic _statistic;
    readonly string? _unit;

    /// <param name="alarm">An alarm on a single metric that satisfies the rules.</param>
    public MetricPoints(MetricsEngine metrics, MetricAlarm alarm)
    {
        _metrics = metrics;
        _key = new MetricKey(alarm.Namespace!, alarm.MetricName!, alarm.Dimensions ?? []);
        _unit = alarm.Unit;
        _ = Statistic.TryParse((alarm.Statistic ?? alarm.ExtendedStatistic)!, out _statistic);
    }

    public bool AreAbsentFrom(long start) =>
        _metrics.Catalog.Find(_key) is not { } series || series.LastActivity < start;

    public void Fill(Span<AlarmPoint> range, long end, DateTimeOffset now)
    {
        if (_metrics.Catalog.Find(_key) is not { } series)
        {
            return;
        }

        var units = _unit is null ? series.Units() : [_unit];
        if (units.Count > 1)
        {
            units = [.. units.Order(StringComparer.Ordinal)];
        }

        foreach (var unit in units)
        {
            if (FillFrom(series, unit, range, end, now))
            {
                return;
            }
        }
    }

    /// <returns>Whether there was any data.</returns>
    bool FillFrom(MetricSeries series, string unit, Span<AlarmPoint> range, long end, DateTimeOffset now)
    {
        var period = end - range[0].Time;
        var isEven = end - range[^1].Time == period * range.Length;
        if (isEven)
        {
            return FillEvenly(series, unit, range, new MetricWindow(range[^1].Time, end, (int)period), now);
        }

        var found = false;
        for (var i = 0; i < range.Length; i++)
        {
            var window = new MetricWindow(range[i].Time, end, (int)(end - range[i].Time));
            found |= FillEvenly(series, unit, range.Slice(i, 1), window, now);
            end = range[i].Time;
        }

        return found;
    }

    bool FillEvenly(MetricSeries series, string unit, Span<AlarmPoint> range, MetricWindow window, DateTimeOffset now)
    {
        var found = false;
        var cursor = _metrics.Reader.Open(series, unit, window, now, _statistic.NeedsDistribution);
        while (cursor.MoveNext())
        {
            found = true;
            if (cursor.Current.TryGet(_statistic, out var value) && double.IsFinite(value))
            {
                ref var point = ref range[range.Length - 1 - (int)((cursor.Time - window.Start) / window.Period)];
                point = point with { Value = value, SampleCount = cursor.Current.Count };
            }
        }

        return found;
    }
}
