namespace Emulator.Services.CloudWatch.Metrics;

/// <summary>Binary search in what is sorted by a number that it contains.</summary>
static class Ascending
{
    /// <summary>The number by which an item is sorted.</summary>
    public delegate long KeyOf<T>(in T item);

    /// <summary>Index of the first item whose key is <paramref name="key"/> or greater; the length when there is none.</summary>
    public static int IndexFrom<T>(ReadOnlySpan<T> items, long key, KeyOf<T> keyOf)
    {
        var low = 0;
        var high = items.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (keyOf(items[middle]) < key)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
