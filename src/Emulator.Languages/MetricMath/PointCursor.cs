namespace Emulator.Languages.MetricMath;

/// <summary>Looks up the values of a series at timestamps that are asked for in ascending order.</summary>
internal ref struct PointCursor(TimeSeries series)
{
    readonly ReadOnlySpan<long> _timestamps = series.Timestamps;
    readonly ReadOnlySpan<double> _values = series.Values;

    /// <summary>Index of the first point at or behind the last timestamp asked for.</summary>
    public int Next { get; private set; }

    /// <summary>The value at the timestamp, if the series has a point there.</summary>
    public bool TryGet(long timestamp, out double value)
    {
        while (Next < _timestamps.Length && _timestamps[Next] < timestamp)
        {
            Next++;
        }

        if (Next < _timestamps.Length && _timestamps[Next] == timestamp)
        {
            value = _values[Next];
            return true;
        }

        value = 0;
        return false;
    }
}
