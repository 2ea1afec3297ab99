using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;

namespace Emulator.Protocol;

/// <summary>Inflates request bodies with <c>Content-Encoding: gzip</c>.</summary>
public static class GzipBody
{
    const int LengthSize = 4;

    /// <summary>How many bytes one byte of DEFLATE becomes at most.</summary>
    const int MaxRatio = 1032;

    /// <param name="limit">How many bytes may come out.</param>
    /// <returns>What came out, in an array of just its length: many bombs at once cost no memory.</returns>
    /// <exception cref="AwsException">MalformedHttpRequest: not gzip. RequestEntityTooLarge: more than <paramref name="limit"/>.</exception>
    public static ReadOnlyMemory<byte> Inflate(ReadOnlyMemory<byte> body, int limit)
    {
        // A gzip text closes with its length. One that was cut off closes with anything, and GZipStream would end quietly there.
        var length = body.Length < LengthSize ? 0 : BinaryPrimitives.ReadUInt32LittleEndian(body.Span[^LengthSize..]);
        var segment = MemoryMarshal.TryGetArray(body, out var array) ? array : new ArraySegment<byte>(body.ToArray());
        using var gzip = new GZipStream(
            new MemoryStream(segment.Array!, segment.Offset, segment.Count),
            CompressionMode.Decompress
        );
        try
        {
            if (length > limit || length > (long)body.Length * MaxRatio)
            {
                RequireAtMost(limit, gzip);
                throw Malformed();
            }

            var inflated = new byte[length];
            return
                body.Length > 0
                && gzip.ReadAtLeast(inflated, inflated.Length, throwOnEndOfStream: false) == inflated.Length
                && gzip.ReadByte() < 0
                ? inflated
                : throw Malformed();
        }
        catch (InvalidDataException)
        {
            throw Malformed();
        }
    }

    static void RequireAtMost(int limit, GZipStream gzip)
    {
        Span<byte> part = stackalloc byte[4096];
        long total = 0;
        while (gzip.Read(part) is var read and > 0)
        {
            total += read;
            if (total > limit)
            {
                throw WireErrors.RequestEntityTooLarge(total, limit);
            }
        }
    }

    static AwsException Malformed() => WireErrors.MalformedHttpRequest("The request body is not valid gzip");
}
