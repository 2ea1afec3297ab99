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
    readonly NameIndex<T> _index = new(nameOf);

    public string Kind => kind;

    public int Count => _index.Count;

    public T? Find(string name) => _index.Find(name);

    public bool Contains(string name) => _index.Contains(name);

    /// <inheritdoc cref="NameIndex{T}.All"/>
    public IEnumerable<T> All => _index.All;

    /// <inheritdoc cref="NameIndex{T}.After"/>
    public IEnumerable<T> After(string? name) => _index.After(name);

    /// <inheritdoc cref="NameIndex{T}.WithPrefix"/>
    public IEnumerable<T> WithPrefix(string prefix, string? after = null, bool descending = false) =>
        _index.WithPrefix(prefix, after, descending);

    /// <summary>Adds a resource or replaces the one of the same name.</summary>
    public void Put(Write write, T value)
    {
        write.PutResource(new ResourceRow(kind, scope, nameOf(value), CborDocument.Write(value)));
        _index.Put(value);
    }

    /// <returns>Whether there was one.</returns>
    public bool Remove(Write write, string name)
    {
        if (!_index.Remove(name))
        {
            return false;
        }

        write.DeleteResource(kind, scope, name);
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
    public void Load(ResourceRow row) => _index.Put(CborDocument.Read<T>(row.Body));
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
