namespace Emulator.Languages.MetricMath.Bands;

/// <summary>The points a model learns from, indexed by the time of day at which they fell.</summary>
/// <remarks>An alarm makes one at each evaluation, out of up to 20,160 points: it costs a few array writes per point.</remarks>
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

    /// <summary>The indexes of the points, by slots of half an hour of the day, ascending in each.</summary>
    readonly int[] _bySlot;

    /// <summary>Where the indexes of each slot begin, and behind them where those of the last end.</summary>
    readonly int[] _slotStarts = new int[Slots + 1];

    public AnomalyHistory(TimeSeries series, AnomalyBandSettings settings)
    {
        _settings = settings;
        (_timestamps, _values) = Learned(series);
        _times = new LocalTime[_timestamps.Length];
        _negativeBefore = new int[_timestamps.Length + 1];
        _above100Before = new int[_timestamps.Length + 1];
        for (var i = 0; i < _timestamps.Length; i++)
        {
            var value = _values[i];
            _times[i] = LocalTime.Of(_timestamps[i], settings.TimeZone);
            _negativeBefore[i + 1] = _negativeBefore[i] + (value < 0 ? 1 : 0);
            _above100Before[i + 1] = _above100Before[i] + (value > 100 ? 1 : 0);
            _slotStarts[SlotOf(_times[i]) + 1]++;
        }

        _bySlot = SortedBySlot();
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
        var first = SlotOf(time) - reach;
        var width = Math.Min((2 * reach) + 1, Slots);
        for (var near = first; near < first + width; near++)
        {
            var slot = ((near % Slots) + Slots) % Slots;
            foreach (var index in _bySlot.AsSpan(_slotStarts[slot].._slotStarts[slot + 1]))
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

    (long[] Timestamps, double[] Values) Learned(TimeSeries series)
    {
        if (_settings.ExcludedTimeRanges.Count == 0)
        {
            return (series.Timestamps, series.Values);
        }

        var kept = Enumerable.Range(0, series.Count).Where(i => !IsExcluded(series.Timestamps[i])).ToList();
        return ([.. kept.Select(i => series.Timestamps[i])], [.. kept.Select(i => series.Values[i])]);
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

    /// <summary>Makes places out of the counts of the slots, and puts the points there.</summary>
    int[] SortedBySlot()
    {
        for (var slot = 0; slot < Slots; slot++)
        {
            _slotStarts[slot + 1] += _slotStarts[slot];
        }

        var sorted = new int[_timestamps.Length];
        Span<int> next = stackalloc int[Slots];
        _slotStarts.AsSpan(0, Slots).CopyTo(next);
        for (var i = 0; i < sorted.Length; i++)
        {
            sorted[next[SlotOf(_times[i])]++] = i;
        }

        return sorted;
    }

    /// <summary>The index of the first point at or after a timestamp.</summary>
    int IndexOf(long timestamp)
    {
        var index = Array.BinarySearch(_timestamps, timestamp);
        return index < 0 ? ~index : index;
    }

    static int SlotOf(LocalTime time) => time.Second / SlotSeconds;

    static int Count(int[] before, Range points) => before[points.End.Value] - before[points.Start.Value];
}
