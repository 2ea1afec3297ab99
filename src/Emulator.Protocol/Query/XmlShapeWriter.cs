using System.Buffers;
using System.Buffers.Text;
using System.Text;
using Emulator.Protocol.Shapes;

namespace Emulator.Protocol.Query;

/// <summary>Writes the XML of the Query protocol: lists of <c>member</c>, maps of <c>entry</c> with <c>key</c> and <c>value</c>.</summary>
/// <remarks><see href="https://smithy.io/2.0/aws/protocols/aws-query-protocol.html#response-serialization"/></remarks>
/// <threadsafety>Not thread-safe; one writer serves one response.</threadsafety>
public sealed class XmlShapeWriter : ShapeWriter
{
    readonly IBufferWriter<byte> _output;
    readonly Stack<Element> _open = new();

    // The names of the open elements one behind the other, then the name given to the next one.
    byte[] _names = new byte[256];
    int _openNamesEnd;
    int _nextNameLength;

    // The start tag of the innermost element lacks its '>': an element without content becomes <X/>.
    bool _isTagOpen;

    /// <param name="root">The name of the element that the outermost structure becomes.</param>
    public XmlShapeWriter(IBufferWriter<byte> output, string root)
    {
        _output = output;
        Member(Encoding.UTF8.GetBytes(root));
    }

    public override void BeginStructure() => Begin(Content.Members);

    public override void EndStructure() => End();

    public override void Member(ReadOnlySpan<byte> name)
    {
        if (_openNamesEnd + name.Length > _names.Length)
        {
            Array.Resize(ref _names, 2 * (_openNamesEnd + name.Length));
        }

        name.CopyTo(_names.AsSpan(_openNamesEnd));
        _nextNameLength = name.Length;
    }

    public override void BeginList() => Begin(Content.Elements);

    public override void EndList() => End();

    public override void BeginMap() => Begin(Content.Entries);

    public override void Key(string key)
    {
        FinishStartTag();
        _output.Write("<entry><key>"u8);
        XmlText.Write(_output, Encoding.UTF8.GetBytes(key));
        _output.Write("</key>"u8);
    }

    public override void EndMap() => End();

    public override void WriteString(string value)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(value.Length));
        WriteScalar(buffer.AsSpan(0, Encoding.UTF8.GetBytes(value, buffer)));
        ArrayPool<byte>.Shared.Return(buffer);
    }

    public override void WriteText(Utf8Text value) => WriteScalar(value.Span);

    public override void WriteInteger(int value) => WriteLong(value);

    public override void WriteLong(long value)
    {
        Span<byte> text = stackalloc byte[20];
        Utf8Formatter.TryFormat(value, text, out var length);
        WriteScalar(text[..length]);
    }

    public override void WriteDouble(double value)
    {
        Span<byte> text = stackalloc byte[JavaDouble.MaxLength];
        WriteScalar(text[..JavaDouble.Format(value, text)]);
    }

    public override void WriteBoolean(bool value) => WriteScalar(value ? "true"u8 : "false"u8);

    public override void WriteTimestamp(DateTimeOffset value)
    {
        Span<byte> text = stackalloc byte[Iso8601.MaxLength];
        WriteScalar(text[..Iso8601.Format(value, text)]);
    }

    public override void WriteBlob(ReadOnlyMemory<byte> value) => WriteScalar(Base64Text.Encode(value.Span));

    void WriteScalar(ReadOnlySpan<byte> text)
    {
        FinishStartTag();
        var name = NextName();
        WriteTag("<"u8, name, ">"u8);
        XmlText.Write(_output, text);
        WriteTag("</"u8, name, ">"u8);
        EndValue();
    }

    void Begin(Content content)
    {
        FinishStartTag();
        var name = NextName();
        WriteTag("<"u8, name, []);
        _isTagOpen = true;

        // The name stays behind those of the outer elements, for the end tag.
        name.CopyTo(_names.AsSpan(_openNamesEnd));
        _open.Push(new Element(content, _openNamesEnd));
        _openNamesEnd += name.Length;
    }

    void End()
    {
        var element = _open.Pop();
        if (_isTagOpen)
        {
            _output.Write("/>"u8);
            _isTagOpen = false;
        }
        else
        {
            WriteTag("</"u8, _names.AsSpan(element.NameStart.._openNamesEnd), ">"u8);
        }

        _openNamesEnd = element.NameStart;
        EndValue();
    }

    void EndValue()
    {
        if (_open.TryPeek(out var parent) && parent.Content == Content.Entries)
        {
            _output.Write("</entry>"u8);
        }
    }

    ReadOnlySpan<byte> NextName() =>
        _open.TryPeek(out var parent) && parent.Content != Content.Members
            ? parent.Content == Content.Elements
                ? "member"u8
                : "value"u8
            : _names.AsSpan(_openNamesEnd, _nextNameLength);

    void FinishStartTag()
    {
        if (_isTagOpen)
        {
            _output.Write(">"u8);
            _isTagOpen = false;
        }
    }

    void WriteTag(ReadOnlySpan<byte> opening, ReadOnlySpan<byte> name, ReadOnlySpan<byte> closing)
    {
        var length = opening.Length + name.Length + closing.Length;
        var span = _output.GetSpan(length);
        opening.CopyTo(span);
        name.CopyTo(span[opening.Length..]);
        closing.CopyTo(span[(opening.Length + name.Length)..]);
        _output.Advance(length);
    }

    enum Content
    {
        Members,
        Elements,
        Entries,
    }

    readonly record struct Element(Content Content, int NameStart);
}
