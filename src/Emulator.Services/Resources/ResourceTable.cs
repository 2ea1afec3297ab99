using System.Collections.Immutable;
using Emulator.Protocol.Cbor;
using Emulator.Protocol.Shapes;
using Emulator.Storage;

namespace Emulator.Services.Resources;

/// <summary>The resources of one kind in one scope, sorted by name.</summary>
/// <param name="kind">What is persisted as <see cref="ResourceRow.Kind"/>; never changes once released.</param>
/// <param name="nameOf">The name of a resource, unique in the table.</param>
/// <threadsafety>Changed inside a <see cref="Store.Write{T}"/>; read from any thread, each time a consistent snapshot.</threadsafety>
public sealed class ResourceTable<T>(string kind, string scope, Func<T, string> nameOf) : IResourceTable
    where T : class, IShape<T>
{
    static readonly IComparer<Entry> ByName = Comparer<Entry>.Create(
        static (left, right) => string.CompareOrdinal(left.Name, right.Name)
    );

    volatile ImmutableSortedSet<Entry> _entries = ImmutableSortedSet.Create(ByName);

    public string Kind => kind;

    public int Count => _entries.Count;

    public T? Find(string name) => _entries.TryGetValue(new Entry(name), out var entry) ? entry.Value : null;

    public bool Contains(string name) => _entries.Contains(new Entry(name));

    /// <summary>All resources by name, in ordinal order, as they are now.</summary>
    public IEnumerable<T> All => _entries.Select(entry => entry.Value!);

    /// <summary>The resources whose names come after a name, in ordinal order; all of them when it is <c>null</c>.</summary>
    public IEnumerable<T> After(string? name)
    {
        var entries = _entries;
        for (var i = IndexAfter(entries, name); i < entries.Count; i++)
        {
            yield return entries[i].Value!;
        }
    }

    /// <summary>The resources whose names start with a prefix and come after a name, in ordinal order.</summary>
    public IEnumerable<T> WithPrefix(string prefix, string? after = null)
    {
        var entries = _entries;
        var start =
            after is not null && string.CompareOrdinal(after, prefix) >= 0
                ? IndexAfter(entries, after)
                : IndexFrom(entries, prefix);
        for (var i = start; i < entries.Count && entries[i].Name.StartsWith(prefix, StringComparison.Ordinal); i++)
        {
            yield return entries[i].Value!;
        }
    }

    /// <summary>Adds a resource or replaces the one of the same name.</summary>
    public void Put(Write write, T value)
    {
        var name = nameOf(value);
        write.PutResource(new ResourceRow(kind, scope, name, CborDocument.Write(value)));
        Set(new Entry(name, value));
    }

    /// <returns>Whether there was one.</returns>
    public bool Remove(Write write, string name)
    {
        var entry = new Entry(name);
        if (!_entries.Contains(entry))
        {
            return false;
        }

        write.DeleteResource(kind, scope, name);
        _entries = _entries.Remove(entry);
        return true;
    }

    /// <inheritdoc/>
    public void Clear(Write write)
    {
        foreach (var value in All)
        {
            Remove(write, nameOf(value));
        }
    }

    /// <inheritdoc/>
    public void Load(ResourceRow row) => Set(new Entry(row.Name, CborDocument.Read<T>(row.Body)));

    void Set(Entry entry) => _entries = _entries.Remove(entry).Add(entry);

    static int IndexFrom(ImmutableSortedSet<Entry> entries, string name)
    {
        var index = entries.IndexOf(new Entry(name));
        return index < 0 ? ~index : index;
    }

    static int IndexAfter(ImmutableSortedSet<Entry> entries, string? name)
    {
        if (name is null)
        {
            return 0;
        }

        var index = entries.IndexOf(new Entry(name));
        return index < 0 ? ~index : index + 1;
    }

    readonly record struct Entry(string Name, T? Value = null);
}

/// <summary>A table as start-up and reset see it.</summary>
public interface IResourceTable
{
    string Kind { get; }

    int Count { get; }

    /// <summary>Takes in a row of its kind at start-up.</summary>
    void Load(ResourceRow row);

    /// <summary>Deletes every resource with all that belongs to it, heads and blocks too. Called in a write.</summary>
    /// <remarks>Journal rows may remain: a later replay of them must bring nothing back.</remarks>
    void Clear(Write write);
}
