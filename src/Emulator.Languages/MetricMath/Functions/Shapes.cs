namespace Emulator.Languages.MetricMath.Functions;

/// <summary>Functions that turn one series into another: differences, running sums, calendar fields.</summary>
internal static class Shapes
{
    /// <summary>The value minus that of the preceding point; the first point has no result.</summary>
    public static TimeSeries Difference(TimeSeries series) => Steps(series, static (value, seconds) => value);

    /// <summary>Seconds since the preceding point.</summary>
    public static TimeSeries TimeDifference(TimeSeries series) => Steps(series, static (value, seconds) => seconds);

    /// <summary>The change per second since the preceding point.</summary>
    public static TimeSeries Rate(TimeSeries series) => Steps(series, static (value, seconds) => value / seconds);

    /// <summary>The sum of all points up to and including each.</summary>
    public static TimeSeries RunningSum(TimeSeries series)
    {
        var sum = 0.0;
        return SeriesMath.Map(series, value => sum += value);
    }

    /// <summary>A field of each timestamp of the whole range, in UTC, whether the series has a point there or not.</summary>
    public static TimeSeries Calendar(Call call, Func<DateTime, double> field)
    {
        var period = call.Series(0).Period;
        var slots = call.Evaluation.Grid(period);
        var values = new double[slots.Length];
        for (var i = 0; i < slots.Length; i++)
        {
            values[i] = field(DateTime.UnixEpoch.AddSeconds(slots[i]));
        }

        return new("", period, slots, values);
    }

    /// <param name="step">Of the change of the value and of the time, in seconds, between neighbours.</param>
    static TimeSeries Steps(TimeSeries series, Func<double, double, double> step)
    {
        var values = new double[Math.Max(0, series.Count - 1)];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = step(series.Values[i + 1] - series.Values[i], series.Timestamps[i + 1] - series.Timestamps[i]);
        }

        var timestamps = series.Timestamps[(series.Count - values.Length)..];
        return TimeSeries.OfFinite(series.Label, series.Period, timestamps, values, series.HasArithmeticError);
    }
}
