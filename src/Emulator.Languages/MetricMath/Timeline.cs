namespace Emulator.Languages.MetricMath;

/// <summary>Ascending timestamps in Unix seconds: grids of a request and unions of series.</summary>
internal static class Timeline
{
    /// <summary>The slots start, start + period, … before <paramref name="end"/>.</summary>
    public static long[] Grid(long start, long end, int period)
    {
        var slots = new long[GridLength(start, end, period)];
        for (var i = 0; i < slots.Length; i++)
        {
            slots[i] = start + ((long)i * period);
        }

        return slots;
    }

    /// <summary>How many slots the grid has.</summary>
    public static int GridLength(long start, long end, int period) =>
        end <= start ? 0 : (int)((end - start + period - 1) / period);

    /// <summary>The timestamps that occur in either; equal timelines stay one shared array.</summary>
    public static long[] Union(long[] left, long[] right)
    {
        if (ReferenceEquals(left, right) || left.AsSpan().SequenceEqual(right) || right.Length == 0)
        {
            return left;
        }

        if (left.Length == 0)
        {
            return right;
        }

        var union = new long[left.Length + right.Length];
        int l = 0,
            r = 0,
            count = 0;
        while (l < left.Length || r < right.Length)
        {
            var next = r == right.Length || (l < left.Length && left[l] <= right[r]) ? left[l] : right[r];
            l += l < left.Length && left[l] == next ? 1 : 0;
            r += r < right.Length && right[r] == next ? 1 : 0;
            union[count++] = next;
        }

        return union[..count];
    }

    /// <summary>The timestamps that occur in any of the series.</summary>
    public static long[] Union(IReadOnlyList<TimeSeries> series)
    {
        long[] union = [];
        foreach (var member in series)
        {
            union = Union(union, member.Timestamps);
        }

        return union;
    }
}
