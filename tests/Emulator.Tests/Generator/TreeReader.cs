using System.Text;
using Emulator.Protocol.Shapes;

namespace Emulator.Tests.Generator;

/// <summary>Reads shapes from objects in memory: structures and maps are lists of pairs, lists are arrays.</summary>
sealed class TreeReader(object root) : ShapeReader
{
    readonly Stack<IEnumerator<object?>> _open = new();
    object? _value = root;

    /// <summary>A structure or map.</summary>
    public static (string Name, object? Value)[] Structure(params (string Name, object? Value)[] members) => members;

    public override void BeginStructure() => Begin(((IEnumerable<(string, object?)>)_value!).Cast<object?>());

    public override bool NextMember(out ReadOnlySpan<byte> name)
    {
        var more = NextEntry(out var key);
        name = Encoding.UTF8.GetBytes(key);
        return more;
    }

    public override void BeginList() => Begin(((System.Collections.IEnumerable)_value!).Cast<object?>());

    public override bool NextElement()
    {
        if (!_open.Peek().MoveNext())
        {
            _open.Pop();
            return false;
        }

        _value = _open.Peek().Current;
        return true;
    }

    public override void BeginMap() => BeginStructure();

    public override bool NextEntry(out string key)
    {
        if (!NextElement())
        {
            key = "";
            return false;
        }

        (key, _value) = ((string, object?))_value!;
        return true;
    }

    public override string ReadString() => (string)_value!;

    public override Utf8Text ReadText() => new((string)_value!);

    public override int ReadInteger() => (int)_value!;

    public override long ReadLong() => (long)_value!;

    public override double ReadDouble() => (double)_value!;

    public override bool ReadBoolean() => (bool)_value!;

    public override DateTimeOffset ReadTimestamp() => (DateTimeOffset)_value!;

    public override ReadOnlyMemory<byte> ReadBlob() => (byte[])_value!;

    public override void Skip() => _value = null;

    void Begin(IEnumerable<object?> items) => _open.Push(items.GetEnumerator());
}
