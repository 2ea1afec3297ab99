using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;

namespace Emulator.Storage.Sqlite;

/// <summary>CRC-32C over the columns of a row, as docs/formats/database.md defines it.</summary>
readonly record struct Checksum
{
    readonly uint _crc;

    Checksum(uint crc) => _crc = crc;

    /// <summary>The checksum of no columns, to add to.</summary>
    public static Checksum Start => new(uint.MaxValue);

    public long Value => ~_crc;

    public Checksum Add(long value) => new(BitOperations.Crc32C(_crc, (ulong)value));

    public Checksum Add(string text) => Add(Encoding.UTF8.GetBytes(text));

    public Checksum Add(ReadOnlySpan<byte> bytes)
    {
        var crc = Add((long)bytes.Length)._crc;
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words)
        {
            crc = BitOperations.Crc32C(crc, word);
        }

        foreach (var rest in bytes[(words.Length * sizeof(ulong))..])
        {
            crc = BitOperations.Crc32C(crc, rest);
        }

        return new Checksum(crc);
    }
}
