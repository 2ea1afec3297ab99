using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Emulator.Protocol.Protobuf;

/// <summary>Writes a message of Protocol Buffers, version 3: a field that has its default value is left out.</summary>
/// <remarks><see href="https://protobuf.dev/programming-guides/encoding/"/></remarks>
/// <threadsafety>Not thread-safe; one writer serves one message.</threadsafety>
public sealed class ProtobufWriter
{
    const int Fixed64Wire = 1;
    const int LengthWire = 2;

    readonly ArrayBufferWriter<byte> _bytes = new();

    public ReadOnlySpan<byte> Written => _bytes.WrittenSpan;

    /// <summary>A string; it is written even when it is empty, as members of a <c>oneof</c> are.</summary>
    public void Text(int field, string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        Tag(field, LengthWire);
        Varint((uint)bytes.Length);
        _bytes.Write(bytes);
    }

    public void Double(int field, double value) => Fixed64(field, BitConverter.DoubleToUInt64Bits(value));

    public void Fixed64(int field, ulong value)
    {
        if (value != 0)
        {
            Tag(field, Fixed64Wire);
            BinaryPrimitives.WriteUInt64LittleEndian(_bytes.GetSpan(sizeof(ulong)), value);
            _bytes.Advance(sizeof(ulong));
        }
    }

    /// <summary>A message inside of this one.</summary>
    public void Message(int field, Action<ProtobufWriter> write)
    {
        Tag(field, LengthWire);
        Delimited(write);
    }

    /// <summary>A message with its length in front, as in a row of messages.</summary>
    public void Delimited(Action<ProtobufWriter> write)
    {
        var inner = new ProtobufWriter();
        write(inner);
        Varint((uint)inner.Written.Length);
        _bytes.Write(inner.Written);
    }

    void Tag(int field, int wireType) => Varint((uint)((field << 3) | wireType));

    void Varint(uint value)
    {
        while (value >= 0x80)
        {
            Byte((byte)(value | 0x80));
            value >>= 7;
        }

        Byte((byte)value);
    }

    void Byte(byte value)
    {
        _bytes.GetSpan(1)[0] = value;
        _bytes.Advance(1);
    }
}
