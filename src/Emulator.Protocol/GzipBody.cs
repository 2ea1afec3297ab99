using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;

namespace Emulator.Protocol;

/// <summary>Inflates request bodies with <c>Content-Encoding: gzip</c>.</summary>
public static class GzipBody
{
    /// <summary>How much longer requests become, roughly; only the first guess at the space needed.</summary>
    const int UsualRatio = 8;

    const int LengthSize = 4;

    /// <param name="limit">How many bytes may come out.</param>
    /// <exception cref="AwsException">MalformedHttpRequest: not gzip. RequestEntityTooLarge: more than <paramref name="limit"/>.</exception>
    public static ReadOnlyMemory<byte> Inflate(ReadOnlyMemory<byte> body, int limit)
    {
        var segment = MemoryMarshal.TryGetArray(body, out var array) ? array : new ArraySegment<byte>(body.ToArray());
        using var gzip = new GZipStream(
            new MemoryStream(segment.Array!, segment.Offset, segment.Count),
            CompressionMode.Decompress
        );
        var inflated = new ArrayBufferWriter<byte>(Math.Clamp(UsualRatio * body.Length, 1, limit + 1));
        try
        {
            while (gzip.Read(inflated.GetSpan(1)) is var length and > 0)
            {
                inflated.Advance(length);
                if (inflated.WrittenCount > limit)
                {
                    throw WireErrors.RequestEntityTooLarge(inflated.WrittenCount, limit);
                }
            }
        }
        catch (InvalidDataException)
        {
            throw Malformed();
        }

        // GZipStream ends quietly where a text was cut off; a whole one closes with its length.
        return
            body.Length >= LengthSize
            && BinaryPrimitives.ReadInt32LittleEndian(body.Span[^LengthSize..]) == inflated.WrittenCount
            ? inflated.WrittenMemory
            : throw Malformed();
    }

    static AwsException Malformed() => WireErrors.MalformedHttpRequest("The request body is not valid gzip");
}
