using Emulator.Languages.Text;

namespace Emulator.Languages.MetricMath;

/// <summary>Arithmetic on series: the one place that decides what a missing point means to an operator.</summary>
/// <remarks>
/// Between two series a missing side counts as 0, at every timestamp where the other has a point; with a scalar missing
/// stays missing. Results that are not finite are dropped.
/// </remarks>
internal static class SeriesMath
{
    /// <summary>A function of each point.</summary>
    public static TimeSeries Map(TimeSeries series, Func<double, double> function)
    {
        var values = new double[series.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = function(series.Values[i]);
        }

        return TimeSeries.OfFinite(series.Label, series.Period, series.Timestamps, values, series.HasArithmeticError);
    }

    /// <summary>Two operands of any type joined by an operator.</summary>
    /// <exception cref="SyntaxException">Both are arrays, of different lengths.</exception>
    public static Value Combine(BinarySyntax syntax, Value left, Value right)
    {
        var apply = syntax.Operator.Apply;
        return (left, right) switch
        {
            (ScalarValue a, ScalarValue b) => Combine(a.Number, b.Number, apply),
            (SeriesValue a, ScalarValue b) => new SeriesValue(Combine(a.Series, b.Number, apply)),
            (ScalarValue a, SeriesValue b) => new SeriesValue(Combine(b.Series, a.Number, Swapped(apply))),
            (SeriesValue a, SeriesValue b) => new SeriesValue(Combine(a.Series, b.Series, a.Series.Label, apply)),
            (ArrayValue a, ScalarValue b) => Each(a, member => Combine(member, b.Number, apply)),
            (ScalarValue a, ArrayValue b) => Each(b, member => Combine(member, a.Number, Swapped(apply))),
            (ArrayValue a, SeriesValue b) => Each(a, member => Combine(member, b.Series, member.Label, apply)),
            (SeriesValue a, ArrayValue b) => Each(b, member => Combine(a.Series, member, member.Label, apply)),
            (ArrayValue a, ArrayValue b) => Pairs(syntax, a.Members, b.Members),
            _ => throw new InvalidOperationException($"'{syntax}' was not checked"),
        };
    }

    /// <summary>The operand with its sign turned.</summary>
    public static Value Negate(Value operand) =>
        operand switch
        {
            ScalarValue scalar => new ScalarValue(-scalar.Number),
            SeriesValue series => new SeriesValue(Map(series.Series, static value => -value)),
            _ => Each((ArrayValue)operand, static member => Map(member, static value => -value)),
        };

    /// <summary>A function of each member.</summary>
    public static ArrayValue Each(ArrayValue array, Func<TimeSeries, TimeSeries> function)
    {
        var results = new TimeSeries[array.Members.Count];
        for (var i = 0; i < results.Length; i++)
        {
            results[i] = function(array.Members[i]);
        }

        return new(results);
    }

    static Func<double, double, double> Swapped(Func<double, double, double> apply) => (a, b) => apply(b, a);

    // A comparison of NaN would yield 0 and turn "there is no number" into one.
    static ScalarValue Combine(double left, double right, Func<double, double, double> apply) =>
        double.IsNaN(left) || double.IsNaN(right) ? new(double.NaN) : ScalarValue.Of(apply(left, right));

    static TimeSeries Combine(TimeSeries left, double right, Func<double, double, double> apply) =>
        double.IsNaN(right)
            ? new(left.Label, left.Period, [], [], left.HasArithmeticError || left.Count > 0)
            : Map(left, value => apply(value, right));

    static TimeSeries Combine(TimeSeries left, TimeSeries right, string label, Func<double, double, double> apply)
    {
        var timestamps = Timeline.Union(left.Timestamps, right.Timestamps);
        var values = new double[timestamps.Length];
        var leftPoints = new PointCursor(left);
        var rightPoints = new PointCursor(right);
        for (var i = 0; i < timestamps.Length; i++)
        {
            leftPoints.TryGet(timestamps[i], out var a);
            rightPoints.TryGet(timestamps[i], out var b);
            values[i] = apply(a, b);
        }

        return TimeSeries.OfFinite(
            label,
            Math.Max(left.Period, right.Period),
            timestamps,
            values,
            left.HasArithmeticError || right.HasArithmeticError
        );
    }

    static ArrayValue Pairs(BinarySyntax syntax, IReadOnlyList<TimeSeries> left, IReadOnlyList<TimeSeries> right)
    {
        if (left.Count != right.Count)
        {
            throw MetricMathErrors.ArrayLengthsDiffer(syntax, left.Count, right.Count);
        }

        var results = new TimeSeries[left.Count];
        for (var i = 0; i < results.Length; i++)
        {
            results[i] = Combine(left[i], right[i], left[i].Label, syntax.Operator.Apply);
        }

        return new(results);
    }
}
