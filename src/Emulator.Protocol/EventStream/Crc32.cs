namespace Emulator.Protocol.EventStream;

/// <summary>The CRC-32 of zlib and Ethernet.</summary>
static class Crc32
{
    const uint ReversedPolynomial = 0xEDB88320;

    static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(index => Shift((uint)index))];

    public static uint Compute(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc = Table[(byte)(crc ^ b)] ^ (crc >> 8);
        }

        return ~crc;
    }

    static uint Shift(uint value)
    {
        for (var bit = 0; bit < 8; bit++)
        {
            value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ ReversedPolynomial;
        }

        return value;
    }
}
