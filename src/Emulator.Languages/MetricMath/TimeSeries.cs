namespace Emulator.Languages.MetricMath;

/// <summary>A sparse series of finite values: a slot without a point is a gap, never NaN.</summary>
/// <remarks>The arrays are shared between series that are derived from one another; nobody may change them.</remarks>
/// <threadsafety>Immutable.</threadsafety>
public sealed class TimeSeries
{
    /// <param name="label">What the series is called in a result; empty when it has no name of its own.</param>
    /// <param name="period">Seconds between two slots.</param>
    /// <param name="timestamps">Unix seconds, strictly ascending.</param>
    /// <param name="values">One finite value per timestamp.</param>
    /// <param name="hasArithmeticError">Whether arithmetic dropped points on the way here.</param>
    public TimeSeries(string label, int period, long[] timestamps, double[] values, bool hasArithmeticError = false)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length, timestamps.Length);
        Label = label;
        Period = period;
        Timestamps = timestamps;
        Values = values;
        HasArithmeticError = hasArithmeticError;
    }

    public string Label { get; }

    /// <summary>Seconds between two slots.</summary>
    public int Period { get; }

    /// <summary>Unix seconds, strictly ascending.</summary>
    public long[] Timestamps { get; }

    /// <summary>One finite value per timestamp.</summary>
    public double[] Values { get; }

    /// <summary>
    /// Whether a division by zero, a logarithm or an overflow dropped points: the message code <c>ArithmeticError</c> of
    /// GetMetricData.
    /// </summary>
    public bool HasArithmeticError { get; }

    /// <summary>The number of points.</summary>
    public int Count => Timestamps.Length;

    public static TimeSeries Empty(string label, int period) => new(label, period, [], []);

    /// <summary>A series of the values that are finite; the others are dropped and leave a trace.</summary>
    internal static TimeSeries OfFinite(
        string label,
        int period,
        long[] timestamps,
        double[] values,
        bool hasArithmeticError
    )
    {
        var finite = 0;
        foreach (var value in values)
        {
            finite += double.IsFinite(value) ? 1 : 0;
        }

        if (finite == values.Length)
        {
            return new(label, period, timestamps, values, hasArithmeticError);
        }

        var keptTimestamps = new long[finite];
        var keptValues = new double[finite];
        for (int i = 0, kept = 0; i < values.Length; i++)
        {
            if (double.IsFinite(values[i]))
            {
                keptTimestamps[kept] = timestamps[i];
                keptValues[kept++] = values[i];
            }
        }

        return new(label, period, keptTimestamps, keptValues, hasArithmeticError: true);
    }
}
