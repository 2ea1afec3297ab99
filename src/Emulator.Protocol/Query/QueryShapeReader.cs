using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using Emulator.Protocol.Shapes;

namespace Emulator.Protocol.Query;

/// <summary>Reads the form of the Query protocol: <c>List.member.1.Name=value</c>, <c>Map.entry.1.key=…</c>, <c>EmptyList=</c>.</summary>
/// <remarks><see href="https://smithy.io/2.0/aws/protocols/aws-query-protocol.html"/></remarks>
/// <threadsafety>Not thread-safe; one reader serves one request.</threadsafety>
/// <param name="form">The parameters of URL and body, still encoded. Those that belong to the protocol read as unknown members.</param>
public sealed class QueryShapeReader(ReadOnlyMemory<byte> form) : ShapeReader
{
    readonly QueryTree _tree = new(form.Span);

    // For each open structure, list or map, outermost first: the node to visit next.
    readonly int[] _next = new int[MaxDepth + 1];
    int _depth;
    int _current = QueryTree.Root;

    public override void BeginStructure() => Enter(_tree.FirstChild(_current), ValueKind.Structure);

    public override bool NextMember(out ReadOnlySpan<byte> name)
    {
        if (!MoveNext())
        {
            name = default;
            return false;
        }

        name = _tree.Name(_current);
        return true;
    }

    public override void BeginList() => Enter(FirstItem("member"u8), ValueKind.List);

    public override bool NextElement() => MoveNext();

    public override void BeginMap() => Enter(FirstItem("entry"u8), ValueKind.Map);

    public override bool NextEntry(out string key)
    {
        while (MoveNext())
        {
            var entry = _current;
            _current = _tree.Child(entry, "key"u8);
            key =
                _current == QueryTree.None
                    ? throw WireErrors.Serialization("An entry of a map has no key")
                    : ReadString();
            _current = _tree.Child(entry, "value"u8);
            if (_current != QueryTree.None)
            {
                return true;
            }
        }

        key = "";
        return false;
    }

    public override string ReadString() => Encoding.UTF8.GetString(ReadScalar(ValueKind.String).Span);

    public override Utf8Text ReadText()
    {
        var value = ReadScalar(ValueKind.String);
        return new Utf8Text(
            Utf8.IsValid(value.Span) ? value : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(value.Span))
        );
    }

    public override int ReadInteger()
    {
        var text = ReadScalar(ValueKind.Integer).Span;
        return Utf8Parser.TryParse(text, out int value, out var length) && length == text.Length
            ? value
            : throw WireErrors.WrongKind(ValueKind.String, ValueKind.Integer);
    }

    public override long ReadLong()
    {
        var text = ReadScalar(ValueKind.Long).Span;
        return Utf8Parser.TryParse(text, out long value, out var length) && length == text.Length
            ? value
            : throw WireErrors.WrongKind(ValueKind.String, ValueKind.Long);
    }

    public override double ReadDouble()
    {
        const NumberStyles Style =
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return double.TryParse(ReadScalar(ValueKind.Double).Span, Style, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw WireErrors.WrongKind(ValueKind.String, ValueKind.Double);
    }

    public override bool ReadBoolean()
    {
        var text = ReadScalar(ValueKind.Boolean).Span;
        if (Ascii.EqualsIgnoreCase(text, "true"u8))
        {
            return true;
        }

        return Ascii.EqualsIgnoreCase(text, "false"u8)
            ? false
            : throw WireErrors.WrongKind(ValueKind.String, ValueKind.Boolean);
    }

    public override DateTimeOffset ReadTimestamp() =>
        Iso8601.TryParse(ReadScalar(ValueKind.Timestamp).Span, out var time)
            ? time
            : throw WireErrors.Serialization("timestamp must follow ISO8601");

    public override ReadOnlyMemory<byte> ReadBlob() => Base64Text.Decode(ReadScalar(ValueKind.Blob).Span);

    public override void Skip() { }

    void Enter(int first, ValueKind wanted)
    {
        if (first == QueryTree.None && !_tree.Value(_current).IsEmpty)
        {
            throw WireErrors.WrongKind(ValueKind.String, wanted);
        }

        if (++_depth > MaxDepth)
        {
            throw WireErrors.TooDeep();
        }

        _next[_depth] = first;
    }

    int FirstItem(ReadOnlySpan<byte> segment)
    {
        var list = _tree.Child(_current, segment);
        return list == QueryTree.None ? QueryTree.None : _tree.FirstItem(list);
    }

    /// <summary>Moves to the next child of the innermost structure, list or map, or leaves it.</summary>
    bool MoveNext()
    {
        _current = _next[_depth];
        if (_current != QueryTree.None)
        {
            _next[_depth] = _tree.NextSibling(_current);
            return true;
        }

        if (--_depth == 0)
        {
            _tree.Release();
        }

        return false;
    }

    ReadOnlyMemory<byte> ReadScalar(ValueKind wanted) =>
        _tree.HasValue(_current) ? _tree.Value(_current) : throw WireErrors.WrongKind(ValueKind.Structure, wanted);
}
