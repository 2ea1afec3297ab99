using Emulator.Languages.Text;

namespace Emulator.Languages.MetricMath;

/// <summary>One evaluation of an expression: its input and the period of the expression.</summary>
internal sealed class Evaluation(IMetricMathInput input, int? period, TextSpan source)
{
    public IMetricMathInput Input => input;

    /// <summary>Seconds; the largest period of what the expression reads, otherwise that of its query.</summary>
    /// <exception cref="SyntaxException">The expression reads nothing that has a period, and its query has none either.</exception>
    public int Period => period ?? throw MetricMathErrors.PeriodMissing(source);

    /// <summary>Every slot of the range for a period.</summary>
    public long[] Grid(int period)
    {
        input.Reserve(SlotCount(period));
        return Timeline.Grid(input.GridStart(period), input.End, period);
    }

    /// <summary>How many slots the range has for a period.</summary>
    public int SlotCount(int period) => Timeline.GridLength(input.GridStart(period), input.End, period);

    /// <summary>A series with the same value in every slot.</summary>
    public TimeSeries Constant(string label, int period, double value)
    {
        var timestamps = Grid(period);
        var values = new double[timestamps.Length];
        Array.Fill(values, value);
        return TimeSeries.OfFinite(label, period, timestamps, values, hasArithmeticError: false);
    }
}
