using System.Buffers;
using System.Buffers.Text;
using System.Text;
using Emulator.Protocol.Shapes;

namespace Emulator.Protocol.Json;

/// <summary>Writes awsJson. Times and doubles look as at AWS: <c>1.785585600123E9</c>, <c>41.0</c>, <c>"NaN"</c>.</summary>
/// <threadsafety>Not thread-safe; one writer serves one response.</threadsafety>
public sealed class JsonShapeWriter(IBufferWriter<byte> output) : ShapeWriter
{
    // A value stands before the next one in the same container.
    bool _needsComma;

    public override void BeginStructure() => Begin("{"u8);

    public override void EndStructure() => End("}"u8);

    public override void Member(ReadOnlySpan<byte> name)
    {
        var span = output.GetSpan(name.Length + 4);
        var start = 0;
        if (_needsComma)
        {
            span[start++] = (byte)',';
        }

        span[start] = (byte)'"';
        name.CopyTo(span[(start + 1)..]);
        "\":"u8.CopyTo(span[(start + 1 + name.Length)..]);
        output.Advance(start + name.Length + 3);
        _needsComma = false;
    }

    public override void BeginList() => Begin("["u8);

    public override void EndList() => End("]"u8);

    public override void BeginMap() => Begin("{"u8);

    public override void Key(string key)
    {
        WriteString(key);
        output.Write(":"u8);
        _needsComma = false;
    }

    public override void EndMap() => End("}"u8);

    public override void WriteString(string value)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(value.Length));
        WriteQuoted(buffer.AsSpan(0, Encoding.UTF8.GetBytes(value, buffer)));
        ArrayPool<byte>.Shared.Return(buffer);
    }

    public override void WriteText(Utf8Text value) => WriteQuoted(value.Span);

    public override void WriteInteger(int value) => WriteLong(value);

    public override void WriteLong(long value)
    {
        Span<byte> text = stackalloc byte[20];
        Utf8Formatter.TryFormat(value, text, out var length);
        WriteLiteral(text[..length]);
    }

    public override void WriteDouble(double value)
    {
        Span<byte> text = stackalloc byte[JavaDouble.MaxLength];
        text = text[..JavaDouble.Format(value, text)];
        if (double.IsFinite(value))
        {
            WriteLiteral(text);
        }
        else
        {
            WriteQuoted(text);
        }
    }

    public override void WriteBoolean(bool value) => WriteLiteral(value ? "true"u8 : "false"u8);

    public override void WriteTimestamp(DateTimeOffset value)
    {
        Span<byte> text = stackalloc byte[JavaDouble.MaxLength];
        WriteLiteral(text[..JavaDouble.FormatThousandths(value.ToUnixTimeMilliseconds(), text)]);
    }

    public override void WriteBlob(ReadOnlyMemory<byte> value) => WriteQuoted(Base64Text.Encode(value.Span));

    /// <summary>Writes a value that is JSON already.</summary>
    internal void WriteJson(string value) => WriteLiteral(Encoding.UTF8.GetBytes(value));

    void Begin(ReadOnlySpan<byte> opening)
    {
        BeginValue();
        output.Write(opening);
        _needsComma = false;
    }

    void End(ReadOnlySpan<byte> closing)
    {
        output.Write(closing);
        _needsComma = true;
    }

    void WriteQuoted(ReadOnlySpan<byte> text)
    {
        BeginValue();
        if (text.ContainsAny(JsonEscapes.Stops))
        {
            output.Write("\""u8);
            JsonEscapes.Write(output, text);
            output.Write("\""u8);
            return;
        }

        var span = output.GetSpan(text.Length + 2);
        span[0] = (byte)'"';
        text.CopyTo(span[1..]);
        span[1 + text.Length] = (byte)'"';
        output.Advance(text.Length + 2);
    }

    void WriteLiteral(ReadOnlySpan<byte> literal)
    {
        BeginValue();
        output.Write(literal);
    }

    void BeginValue()
    {
        if (_needsComma)
        {
            output.Write(","u8);
        }

        _needsComma = true;
    }
}
