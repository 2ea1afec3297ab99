namespace Emulator.Languages.MetricMath.Functions;

/// <summary>FILL: values for the slots in which a series has no point.</summary>
internal static class Fill
{
    /// <summary>The source with its gaps filled as the second argument asks for; gaps without the neighbour they need stay.</summary>
    public static TimeSeries Apply(TimeSeries source, Call call) =>
        call.Arguments[1] switch
        {
            ScalarValue constant => Complete(source, call, (_, _) => constant.Number),
            SeriesValue filler => Complete(source, call, (_, slot) => ValueAt(filler.Series, slot)),
            TextValue { Text: "REPEAT" } => Complete(
                source,
                call,
                (next, _) => next == 0 ? null : source.Values[next - 1]
            ),
            _ => Complete(source, call, (next, slot) => Interpolate(source, next, slot)),
        };

    /// <param name="fill">The value for an empty slot before the source's point of that index.</param>
    static TimeSeries Complete(TimeSeries source, Call call, Func<int, long, double?> fill)
    {
        var slots = Timeline.Union(call.Evaluation.Grid(source.Period), source.Timestamps);
        if (slots.Length == source.Count)
        {
            return source;
        }

        var timestamps = new long[slots.Length];
        var values = new double[slots.Length];
        var points = new PointCursor(source);
        var count = 0;
        foreach (var slot in slots)
        {
            var filled = points.TryGet(slot, out var value) ? value : fill(points.Next, slot);
            if (filled is { } present)
            {
                timestamps[count] = slot;
                values[count++] = present;
            }
        }

        return TimeSeries.OfFinite(
            source.Label,
            source.Period,
            timestamps[..count],
            values[..count],
            source.HasArithmeticError
        );
    }

    static double? ValueAt(TimeSeries series, long timestamp)
    {
        var index = Array.BinarySearch(series.Timestamps, timestamp);
        return index < 0 ? null : series.Values[index];
    }

    static double? Interpolate(TimeSeries source, int next, long slot)
    {
        if (next == 0 || next == source.Count)
        {
            return null;
        }

        var (start, end) = (source.Timestamps[next - 1], source.Timestamps[next]);
        var share = (double)(slot - start) / (end - start);
        return source.Values[next - 1] + (share * (source.Values[next] - source.Values[next - 1]));
    }
}
