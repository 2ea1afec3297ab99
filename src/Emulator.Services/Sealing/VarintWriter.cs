using System.Buffers.Binary;

namespace Emulator.Services.Sealing;

/// <summary>Builds the byte sequences of docs/formats: varints, bytes and floating-point numbers one behind the other.</summary>
/// <param name="capacity">Bytes that are likely to be enough.</param>
/// <threadsafety>Not thread-safe.</threadsafety>
sealed class VarintWriter(int capacity = 1024)
{
    byte[] _buffer = new byte[capacity];
    int _length;

    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, _length);

    public void Byte(byte value) => Take(1)[0] = value;

    public void Unsigned(ulong value)
    {
        Grow(10);
        while (value >= 0x80)
        {
            _buffer[_length++] = (byte)(value | 0x80);
            value >>= 7;
        }

        _buffer[_length++] = (byte)value;
    }

    public void Signed(long value) => Unsigned((ulong)((value << 1) ^ (value >> 63)));

    public void Double(double value) => BinaryPrimitives.WriteDoubleLittleEndian(Take(sizeof(double)), value);

    public void Bytes(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Take(bytes.Length));

    /// <summary>Room for some bytes, to be filled before the next call.</summary>
    public Span<byte> Take(int count)
    {
        Grow(count);
        _length += count;
        return _buffer.AsSpan(_length - count, count);
    }

    void Grow(int room)
    {
        if (_buffer.Length - _length < room)
        {
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _length + room));
        }
    }
}
