using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;

namespace Emulator.Storage.Sqlite;

/// <summary>How large rows of the journal are stored: compressed, which takes less time than writing them, twice, as they are.</summary>
/// <remarks>The format is docs/formats/database.md.</remarks>
static class CompressedJournal
{
    /// <summary>Rows of fewer bytes fit into a page or two, and stay as they are.</summary>
    const int Threshold = 16 << 10;

    /// <summary>Set in the kind of a compressed row.</summary>
    const JournalKind Flag = (JournalKind)0x80;

    /// <summary>The lowest: the next saves a third more bytes and takes half as long again.</summary>
    const int Quality = 0;

    const int WindowBits = 18;

    const int LengthBytes = sizeof(int);

    /// <summary>The row as it is stored.</summary>
    public static JournalRow Compress(JournalRow row)
    {
        if (row.Body.Length < Threshold)
        {
            return row;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(row.Body.Length);
        try
        {
            // What does not get smaller than it was does not fit, and stays as it is.
            var room = buffer.AsSpan(LengthBytes, row.Body.Length - LengthBytes);
            if (!BrotliEncoder.TryCompress(row.Body, room, out var written, Quality, WindowBits))
            {
                return row;
            }

            BinaryPrimitives.WriteInt32LittleEndian(buffer, row.Body.Length);
            return new JournalRow(row.Sequence, row.Kind | Flag, buffer.AsSpan(0, LengthBytes + written).ToArray());
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>The row that was stored.</summary>
    /// <exception cref="InvalidDataException">It was not made by <see cref="Compress"/>.</exception>
    public static JournalRow Decompress(JournalRow stored)
    {
        if ((stored.Kind & Flag) == 0)
        {
            return stored;
        }

        var body = new byte[BinaryPrimitives.ReadInt32LittleEndian(stored.Body)];
        return
            BrotliDecoder.TryDecompress(stored.Body.AsSpan(LengthBytes), body, out var written)
            && written == body.Length
            ? new JournalRow(stored.Sequence, stored.Kind & ~Flag, body)
            : throw new InvalidDataException($"Row {stored.Sequence} of the journal cannot be decompressed.");
    }
}
