namespace Emulator.Languages.MetricMath;

/// <summary>Count, sum, extremes and spread of values seen one by one.</summary>
/// <remarks>Of no values, the extremes, the average and the spread are NaN.</remarks>
internal struct Moments
{
    double _mean;
    double _squares;
    double _minimum;
    double _maximum;

    public int Count { get; private set; }

    public double Sum { get; private set; }

    public readonly double Minimum => Count == 0 ? double.NaN : _minimum;

    public readonly double Maximum => Count == 0 ? double.NaN : _maximum;

    public readonly double Average => Count == 0 ? double.NaN : Sum / Count;

    /// <summary>The population standard deviation, by Welford's method, which does not cancel for large values.</summary>
    public readonly double StandardDeviation => Count == 0 ? double.NaN : Math.Sqrt(_squares / Count);

    public static Moments Of(ReadOnlySpan<double> values)
    {
        var moments = new Moments();
        foreach (var value in values)
        {
            moments.Add(value);
        }

        return moments;
    }

    public void Add(double value)
    {
        _minimum = Count == 0 ? value : Math.Min(_minimum, value);
        _maximum = Count == 0 ? value : Math.Max(_maximum, value);
        Count++;
        Sum += value;
        var distance = value - _mean;
        _mean += distance / Count;
        _squares += distance * (value - _mean);
    }
}
