using Emulator.Protocol.Shapes;

namespace Emulator.Services.Resources;

/// <summary>The tables of one service in one scope, by the kind that is persisted.</summary>
public sealed class ResourceTables(Scope scope)
{
    readonly Dictionary<string, IResourceTable> _tables = [];

    /// <summary>Adds a table; in a constructor, once for each kind.</summary>
    public ResourceTable<T> Add<T>(string kind, Func<T, string> nameOf)
        where T : class, IShape<T>
    {
        var table = new ResourceTable<T>(kind, scope.ToString(), nameOf);
        Add(table);
        return table;
    }

    /// <summary>Adds something that takes in rows in its own way.</summary>
    public void Add(IResourceTable table) => _tables.Add(table.Kind, table);

    public IEnumerable<IResourceTable> All => _tables.Values;

    public IResourceTable? Find(string kind) => _tables.GetValueOrDefault(kind);
}
