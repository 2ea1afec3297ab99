namespace Emulator.Services.Logs.Events;

/// <summary>Reads the varints of docs/formats/log-block.md.</summary>
ref struct VarintReader(ReadOnlySpan<byte> bytes)
{
    readonly ReadOnlySpan<byte> _bytes = bytes;

    /// <summary>How far the reader has come.</summary>
    public int Position { get; set; }

    public byte Byte() => _bytes[Position++];

    public ulong Unsigned()
    {
        ulong value = 0;
        var shift = 0;
        byte part;
        do
        {
            part = _bytes[Position++];
            value |= (ulong)(part & 0x7F) << shift;
            shift += 7;
        } while (part >= 0x80);

        return value;
    }

    public long Signed()
    {
        var value = Unsigned();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    /// <summary>A number that is a length, a count or an index.</summary>
    public int Int() => checked((int)Unsigned());
}
