namespace Emulator.Services.Logs.Events;

/// <summary>Builds the varints of docs/formats/log-block.md.</summary>
sealed class VarintWriter
{
    byte[] _buffer = new byte[1024];
    int _length;

    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, _length);

    public void Byte(byte value)
    {
        Grow(1);
        _buffer[_length++] = value;
    }

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

    public void Bytes(ReadOnlySpan<byte> bytes)
    {
        Grow(bytes.Length);
        bytes.CopyTo(_buffer.AsSpan(_length));
        _length += bytes.Length;
    }

    void Grow(int room)
    {
        if (_buffer.Length - _length < room)
        {
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _length + room));
        }
    }
}
