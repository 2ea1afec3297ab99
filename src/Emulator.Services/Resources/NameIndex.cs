using System.Collections.Immutable;

namespace Emulator.Services.Resources;

/// <summary>Things by name, in ordinal order.</summary>
/// <param name="nameOf">The name of a thing, unique in the index; never changes.</param>
/// <threadsafety>One thread at a time changes it; any thread reads, each time a consistent snapshot.</threadsafety>
public sealed class NameIndex<T>(Func<T, string> nameOf)
    where T : class
{
    static readonly IComparer<Entry> ByName = Comparer<Entry>.Create(
        static (left, right) => string.CompareOrdinal(left.Name, right.Name)
    );

    volatile ImmutableSortedSet<Entry> _entries = ImmutableSortedSet.Create(ByName);

    public int Count => _entries.Count;

    public T? Find(string name) => _entries.TryGetValue(new Entry(name), out var entry) ? entry.Value : null;

    public bool Contains(string name) => _entries.Contains(new Entry(name));

    /// <summary>All, as they are now.</summary>
    public IEnumerable<T> All => _entries.Select(entry => entry.Value!);

    /// <summary>Those whose names come after a name; all of them when it is <c>null</c>.</summary>
    public IEnumerable<T> After(string? name) => WithPrefix("", name);

    /// <summary>Those whose names start with a prefix and come after a name.</summary>
    /// <param name="descending">Whether the order is turned round, and with it what comes after.</param>
    public IEnumerable<T> WithPrefix(string prefix, string? after = null, bool descending = false)
    {
        var entries = _entries;
        var first = FirstNotBefore(entries, prefix);
        var end = FirstBehind(entries, prefix);
        if (after is not null)
        {
            var place = FirstNotBefore(entries, after);
            var isThere = place < entries.Count && entries[place].Name == after;
            (first, end) = descending
                ? (first, Math.Min(end, place))
                : (Math.Max(first, isThere ? place + 1 : place), end);
        }

        for (var i = first; i < end; i++)
        {
            yield return entries[descending ? first + end - 1 - i : i].Value!;
        }
    }

    /// <summary>Adds a thing or replaces the one of the same name.</summary>
    public void Put(T value)
    {
        var entry = new Entry(nameOf(value), value);
        _entries = _entries.Remove(entry).Add(entry);
    }

    /// <returns>Whether there was one.</returns>
    public bool Remove(string name)
    {
        var remaining = _entries.Remove(new Entry(name));
        var isRemoved = remaining != _entries;
        _entries = remaining;
        return isRemoved;
    }

    static int FirstNotBefore(ImmutableSortedSet<Entry> entries, string name)
    {
        var index = entries.IndexOf(new Entry(name));
        return index < 0 ? ~index : index;
    }

    /// <summary>The first name that is greater than all that start with a prefix.</summary>
    static int FirstBehind(ImmutableSortedSet<Entry> entries, string prefix)
    {
        var stem = prefix.TrimEnd(char.MaxValue);
        return stem.Length == 0 ? entries.Count : FirstNotBefore(entries, $"{stem[..^1]}{(char)(stem[^1] + 1)}");
    }

    readonly record struct Entry(string Name, T? Value = null);
}
