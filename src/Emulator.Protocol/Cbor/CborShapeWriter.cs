using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Emulator.Protocol.Shapes;

namespace Emulator.Protocol.Cbor;

/// <summary>
/// Writes CBOR with the byte choices of AWS: indefinite containers, every double in eight bytes, times as tag 1 over such a double.
/// </summary>
/// <remarks>
/// The .NET SDK reads doubles and times with a reader that refuses integers, and a time in four bytes is off by up to a minute, so nothing is
/// shortened. <see href="https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html"/>
/// </remarks>
/// <threadsafety>Not thread-safe; one writer serves one response.</threadsafety>
public sealed class CborShapeWriter(IBufferWriter<byte> output) : ShapeWriter
{
    public override void BeginStructure() => WriteByte(CborHead.IndefiniteMap);

    public override void EndStructure() => WriteByte(CborHead.Break);

    public override void Member(ReadOnlySpan<byte> name) => WriteBytes(CborMajor.Text, name);

    public override void BeginList() => WriteByte(CborHead.IndefiniteArray);

    public override void EndList() => WriteByte(CborHead.Break);

    public override void BeginMap() => WriteByte(CborHead.IndefiniteMap);

    public override void Key(string key) => WriteString(key);

    public override void EndMap() => WriteByte(CborHead.Break);

    public override void WriteString(string value)
    {
        var length = Encoding.UTF8.GetByteCount(value);
        var span = output.GetSpan(CborHead.MaxLength + length);
        var head = CborHead.Write(span, CborMajor.Text, (ulong)length);
        output.Advance(head + Encoding.UTF8.GetBytes(value, span[head..]));
    }

    public override void WriteText(Utf8Text value) => WriteBytes(CborMajor.Text, value.Span);

    public override void WriteInteger(int value) => WriteLong(value);

    public override void WriteLong(long value)
    {
        var span = output.GetSpan(CborHead.MaxLength);
        output.Advance(
            value >= 0
                ? CborHead.Write(span, CborMajor.Unsigned, (ulong)value)
                : CborHead.Write(span, CborMajor.Negative, (ulong)~value)
        );
    }

    public override void WriteDouble(double value)
    {
        var span = output.GetSpan(9);
        span[0] = CborHead.Double;
        BinaryPrimitives.WriteDoubleBigEndian(span[1..], value);
        output.Advance(9);
    }

    public override void WriteBoolean(bool value) => WriteByte(value ? CborHead.True : CborHead.False);

    public override void WriteTimestamp(DateTimeOffset value)
    {
        WriteByte(CborHead.EpochTag);
        WriteDouble(EpochTime.ToSeconds(value));
    }

    public override void WriteBlob(ReadOnlyMemory<byte> value) => WriteBytes(CborMajor.Bytes, value.Span);

    void WriteBytes(CborMajor major, ReadOnlySpan<byte> bytes)
    {
        var span = output.GetSpan(CborHead.MaxLength + bytes.Length);
        var head = CborHead.Write(span, major, (ulong)bytes.Length);
        bytes.CopyTo(span[head..]);
        output.Advance(head + bytes.Length);
    }

    void WriteByte(byte value)
    {
        output.GetSpan(1)[0] = value;
        output.Advance(1);
    }
}
