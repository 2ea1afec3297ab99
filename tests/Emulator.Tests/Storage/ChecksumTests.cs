using System.Buffers.Binary;
using Emulator.Storage;
using Emulator.Storage.Sqlite;

namespace Emulator.Tests.Storage;

/// <summary>docs/formats/database.md, "Checksums".</summary>
public sealed class ChecksumTests
{
    [Fact]
    public void The_polynomial_is_that_of_crc_32c()
    {
        // The check value of CRC-32C in the catalogue of parametrised CRC algorithms.
        Assert.Equal(0xE3069283, Crc32C("123456789"u8));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(4097)]
    public void A_row_is_hashed_column_by_column(int bodyLength)
    {
        var row = new ResourceRow("kind", "scope", "näme", [.. Enumerable.Range(0, bodyLength).Select(i => (byte)i)]);

        var expected = Crc32C([
            .. Length(4),
            .. "kind"u8,
            .. Length(5),
            .. "scope"u8,
            .. Length(5),
            .. "näme"u8,
            .. Length(bodyLength),
            .. row.Body,
        ]);

        Assert.Equal(expected, RowChecksum.Of(row));
    }

    [Fact]
    public void An_integer_is_hashed_as_eight_bytes()
    {
        var expected = Crc32C([.. Length(-2), .. Length(1), .. Length(0)]);

        Assert.Equal(expected, RowChecksum.Of(new JournalRow(-2, JournalKind.LogEvents, [])));
    }

    static byte[] Length(long value)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        return bytes;
    }

    /// <summary>The definition, bit by bit.</summary>
    static long Crc32C(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0x82F63B78;
            }
        }

        return ~crc;
    }
}
