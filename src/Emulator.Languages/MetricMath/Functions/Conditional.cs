namespace Emulator.Languages.MetricMath.Functions;

/// <summary>IF: chooses between two values by a condition that is false when it is 0.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html#using-IF-expressions"/>
/// Where the page contradicts itself its tables decide.
/// </remarks>
internal static class Conditional
{
    /// <summary>Every combination of types that the user guide lists, and three scalars.</summary>
    public static readonly Overload[] Overloads =
    [
        PerPoint(Parameter.Series, Parameter.Series),
        PerPoint(Parameter.Scalar, Parameter.Series),
        PerPoint(Parameter.Series, Parameter.Scalar),
        PerPoint(Parameter.Scalar, Parameter.Scalar),
        PerPoint(Parameter.Series),
        PerPoint(Parameter.Scalar),
        new([Parameter.Scalar, Parameter.Series, Parameter.Series], MetricMathType.TimeSeries, Choose),
        new([Parameter.Scalar, Parameter.Series], MetricMathType.TimeSeries, Choose),
        new([Parameter.Scalar, Parameter.Scalar, Parameter.Scalar], MetricMathType.Scalar, ChooseScalar),
    ];

    static Overload PerPoint(params Parameter[] branches) =>
        new([Parameter.Series, .. branches], MetricMathType.TimeSeries, call => new SeriesValue(ChoosePerPoint(call)));

    static TimeSeries ChoosePerPoint(Call call)
    {
        var condition = call.Series(0);
        var whenTrue = Branch.Of(call.Arguments[1], missing: 0);
        // Beside a true series a missing false value counts as 0; beside a true scalar it drops the point.
        var whenFalse =
            call.Arguments.Length < 3
                ? Branch.Absent
                : Branch.Of(call.Arguments[2], missing: call.Arguments[1] is SeriesValue ? 0 : null);
        var timestamps = new long[condition.Count];
        var values = new double[condition.Count];
        var count = 0;
        for (var i = 0; i < condition.Count; i++)
        {
            var slot = condition.Timestamps[i];
            if ((condition.Values[i] != 0 ? whenTrue.At(slot) : whenFalse.At(slot)) is { } value)
            {
                timestamps[count] = slot;
                values[count++] = value;
            }
        }

        var involved = call.Arguments.OfType<SeriesValue>().Select(argument => argument.Series).ToList();
        return TimeSeries.OfFinite(
            "",
            involved.Max(series => series.Period),
            timestamps[..count],
            values[..count],
            involved.Any(series => series.HasArithmeticError)
        );
    }

    static SeriesValue Choose(Call call)
    {
        var condition = call.Number(0);
        if (condition != 0 && !double.IsNaN(condition))
        {
            return new(call.Series(1));
        }

        return condition == 0 && call.Arguments.Length > 2
            ? new(call.Series(2))
            : new(TimeSeries.Empty("", call.Series(1).Period));
    }

    static ScalarValue ChooseScalar(Call call) =>
        double.IsNaN(call.Number(0)) ? new(double.NaN) : new(call.Number(call.Number(0) != 0 ? 1 : 2));

    /// <summary>What one side of the condition yields; a scalar is a series of gaps that count as that scalar.</summary>
    ref struct Branch(TimeSeries series, double? missing)
    {
        PointCursor _points = new(series);

        public static Branch Absent => new(TimeSeries.Empty("", 0), null);

        public static Branch Of(Value value, double? missing) =>
            value is SeriesValue { Series: var series }
                ? new(series, missing)
                : new(TimeSeries.Empty("", 0), ((ScalarValue)value).Number);

        public double? At(long timestamp) => _points.TryGet(timestamp, out var value) ? value : missing;
    }
}
