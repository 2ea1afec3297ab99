namespace Emulator.Languages.MetricsSql;

/// <summary>The observations of several metrics, bucket by bucket.</summary>
internal sealed class ObservationTotals
{
    /// <summary>Ascending by timestamp.</summary>
    public Observations[] Buckets { get; private set; } = [];

    /// <param name="buckets">Ascending by timestamp; stays the caller's.</param>
    public void Add(ReadOnlySpan<Observations> buckets)
    {
        if (!HasTimelineOf(buckets))
        {
            Buckets = Union(Buckets, buckets);
            return;
        }

        for (var i = 0; i < buckets.Length; i++)
        {
            Buckets[i] = Buckets[i].With(buckets[i]);
        }
    }

    bool HasTimelineOf(ReadOnlySpan<Observations> buckets)
    {
        if (buckets.Length != Buckets.Length)
        {
            return false;
        }

        for (var i = 0; i < buckets.Length; i++)
        {
            if (buckets[i].Timestamp != Buckets[i].Timestamp)
            {
                return false;
            }
        }

        return true;
    }

    static Observations[] Union(ReadOnlySpan<Observations> left, ReadOnlySpan<Observations> right)
    {
        var union = new List<Observations>(left.Length + right.Length);
        int l = 0,
            r = 0;
        while (l < left.Length && r < right.Length)
        {
            var order = left[l].Timestamp.CompareTo(right[r].Timestamp);
            union.Add(
                order == 0 ? left[l].With(right[r])
                : order < 0 ? left[l]
                : right[r]
            );
            l += order <= 0 ? 1 : 0;
            r += order >= 0 ? 1 : 0;
        }

        union.AddRange(left[l..]);
        union.AddRange(right[r..]);
        return [.. union];
    }
}
