namespace Emulator.Languages.MetricMath.Bands;

/// <summary>The points a model learns from, indexed by the time of day at which they fell.</summary>
internal sealed class AnomalyHistory
{
    public const int Day = 86_400;
    const int SlotSeconds = 1800;
    const int Slots = Day / SlotSeconds;

    readonly AnomalyBandSettings _settings;
    readonly long[] _timestamps;
    readonly double[] _values;
    readonly LocalTime[] _times;
    readonly int[] _negativeBefore;
    readonly int[] _above100Before;
    readonly List<int>[] _bySlot = [.. Enumerable.Range(0, Slots).Select(_ => new List<int>())];

    public AnomalyHistory(TimeSeries series, AnomalyBandSettings settings)
    {
        _settings = settings;
        var kept = new List<int>(series.Count);
        for (var i = 0; i < series.Count; i++)
        {
            if (!IsExcluded(series.Timestamps[i]))
            {
                kept.Add(i);
            }
        }

        _timestamps = new long[kept.Count];
        _values = new double[kept.Count];
        _times = new LocalTime[kept.Count];
        _negativeBefore = new int[kept.Count + 1];
        _above100Before = new int[kept.Count + 1];
        for (var i = 0; i < kept.Count; i++)
        {
            Place(i, series.Timestamps[kept[i]], series.Values[kept[i]]);
        }
    }

    public ReadOnlySpan<double> Values(Range points) => _values.AsSpan(points);

    /// <summary>The points from one timestamp to another, both inclusive.</summary>
    public Range Between(long first, long last) => IndexOf(first)..IndexOf(last + 1);

    /// <summary>Seconds from the first to the last of these points, of which there is at least one.</summary>
    public long Span(Range points) => _timestamps[points.End.Value - 1] - _timestamps[points.Start.Value];

    public bool HasNegative(Range points) => Count(_negativeBefore, points) > 0;

    public bool HasAbove100(Range points) => Count(_above100Before, points) > 0;

    /// <summary>The points that fell at most so many seconds before or after this time of day.</summary>
    public DailySample AtTimeOfDay(long timestamp, int tolerance, Range points)
    {
        var time = LocalTime.Of(timestamp, _settings.TimeZone);
        var sample = new DailySample(time);
        var reach = (tolerance + SlotSeconds - 1) / SlotSeconds;
        var first = (time.Second / SlotSeconds) - reach;
        var width = Math.Min((2 * reach) + 1, Slots);
        for (var slot = first; slot < first + width; slot++)
        {
            foreach (var index in _bySlot[((slot % Slots) + Slots) % Slots])
            {
                var isPast = index >= points.Start.Value && index < points.End.Value;
                if (isPast && time.SecondsOfDayTo(_times[index]) <= tolerance)
                {
                    sample.Add(_times[index], _values[index]);
                }
            }
        }

        return sample;
    }

    bool IsExcluded(long timestamp)
    {
        foreach (var (start, end) in _settings.ExcludedTimeRanges)
        {
            if (timestamp >= start && timestamp < end)
            {
                return true;
            }
        }

        return false;
    }

    void Place(int index, long timestamp, double value)
    {
        _timestamps[index] = timestamp;
        _values[index] = value;
        _times[index] = LocalTime.Of(timestamp, _settings.TimeZone);
        _negativeBefore[index + 1] = _negativeBefore[index] + (value < 0 ? 1 : 0);
        _above100Before[index + 1] = _above100Before[index] + (value > 100 ? 1 : 0);
        _bySlot[_times[index].Second / SlotSeconds].Add(index);
    }

    /// <summary>The index of the first point at or after a timestamp.</summary>
    int IndexOf(long timestamp)
    {
        var index = Array.BinarySearch(_timestamps, timestamp);
        return index < 0 ? ~index : index;
    }

    static int Count(int[] before, Range points) => before[points.End.Value] - before[points.Start.Value];
}
