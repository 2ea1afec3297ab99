namespace Emulator.Services.CloudWatch.Metrics;

/// <summary>How often each raw value occurred in a slot.</summary>
/// <remarks>
/// Exact up to <see cref="MaxValues"/> distinct values; beyond that, values are rounded to fewer binary digits until they fit, which keeps
/// percentiles within 0.1 % and a slot within a megabyte. The smallest and the largest value stay exact.
/// </remarks>
/// <threadsafety>Immutable.</threadsafety>
sealed class Distribution
{
    /// <summary>The most distinct values that one slot keeps.</summary>
    public const int MaxValues = 65_536;

    readonly double[] _values;
    readonly double[] _weights;

    /// <param name="values">Distinct and ascending; not to be changed afterwards.</param>
    /// <param name="weights">As many as values, each above 0; not to be changed afterwards.</param>
    public Distribution(double[] values, double[] weights)
    {
        _values = values;
        _weights = weights;
    }

    public ReadOnlySpan<double> Values => _values;

    public ReadOnlySpan<double> Weights => _weights;

    /// <summary>How many distinct values there are.</summary>
    public int Count => _values.Length;

    /// <summary>Sorts raw values and adds up the weights of equal ones.</summary>
    /// <param name="values">In any order, with repetitions; sorted in place.</param>
    /// <param name="weights">As many as values, each above 0; moved along.</param>
    public static Distribution Of(Span<double> values, Span<double> weights)
    {
        var count = Condense(values, weights);
        if (count > MaxValues)
        {
            count = Coarsen(values[..count], weights[..count]);
        }

        return new Distribution(values[..count].ToArray(), weights[..count].ToArray());
    }

    /// <summary>Sorts values in place and joins equal neighbours.</summary>
    /// <returns>How many distinct values there are; they stand at the front.</returns>
    public static int Condense(Span<double> values, Span<double> weights)
    {
        values.Sort(weights);
        return JoinEqual(values, weights);
    }

    static int JoinEqual(Span<double> values, Span<double> weights)
    {
        var last = 0;
        for (var i = 1; i < values.Length; i++)
        {
            if (values[i] == values[last])
            {
                weights[last] += weights[i];
            }
            else
            {
                last++;
                values[last] = values[i];
                weights[last] = weights[i];
            }
        }

        return Math.Min(last + 1, values.Length);
    }

    static int Coarsen(Span<double> values, Span<double> weights)
    {
        const int MantissaBits = 52;
        var count = values.Length;
        for (var kept = 12; count > MaxValues / 2 && kept > 0; kept--)
        {
            var unit = 1L << (MantissaBits - kept);
            for (var i = 1; i < count - 1; i++)
            {
                var bits = BitConverter.DoubleToInt64Bits(values[i]);
                var rounded = BitConverter.Int64BitsToDouble((bits + unit / 2) & -unit);
                values[i] = Math.Clamp(rounded, values[0], values[count - 1]);
            }

            count = JoinEqual(values[..count], weights[..count]);
        }

        return count;
    }
}
