using System.Buffers;
using Emulator.Languages.FilterPatterns.Json;
using Emulator.Languages.FilterPatterns.Syntax;

namespace Emulator.Languages.ContributorRules.Fields;

/// <summary>Fields of events that are JSON objects.</summary>
sealed class JsonFields : EventFields
{
    readonly SelectorTree _tree = new();
    readonly int[] _nodes;

    /// <param name="paths">Where the fields stand.</param>
    public JsonFields(IEnumerable<Selector> paths)
    {
        _nodes = [.. paths.Select(path => _tree.Add(path).Id)];
    }

    public override int Count => _nodes.Length;

    public override bool TryRead(ReadOnlySpan<byte> message, Span<JsonValue> values)
    {
        var count = _tree.NodeCount;
        var room = ArrayPool<JsonValue>.Shared.Rent(2 * count);
        var found = room.AsSpan(count, count);
        found.Clear();
        var isObject = new JsonWalk(message, room.AsSpan(0, count), [], found).TryWalk(_tree);
        for (var i = 0; i < _nodes.Length; i++)
        {
            values[i] = found[_nodes[i]];
        }

        ArrayPool<JsonValue>.Shared.Return(room);
        return isObject;
    }
}
