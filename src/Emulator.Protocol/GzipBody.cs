using System.Buffers;
using System.IO.Compression;
using System.Runtime.InteropServices;

namespace Emulator.Protocol;

/// <summary>Inflates request bodies with <c>Content-Encoding: gzip</c>.</summary>
public static class GzipBody
{
    /// <param name="limit">How many bytes may come out.</param>
    /// <exception cref="AwsException">MalformedHttpRequest: not gzip. RequestEntityTooLarge: more than <paramref name="limit"/>.</exception>
    public static ReadOnlyMemory<byte> Inflate(ReadOnlyMemory<byte> body, int limit)
    {
        var segment = MemoryMarshal.TryGetArray(body, out var array) ? array : new ArraySegment<byte>(body.ToArray());
        using var gzip = new GZipStream(
            new MemoryStream(segment.Array!, segment.Offset, segment.Count),
            CompressionMode.Decompress
        );
        var inflated = new ArrayBufferWriter<byte>();
        try
        {
            while (gzip.Read(inflated.GetSpan(Math.Min(4 * body.Length + 1, limit + 1))) is var length and > 0)
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
            throw WireErrors.MalformedHttpRequest("The request body is not valid gzip");
        }

        return inflated.WrittenMemory;
    }
}
