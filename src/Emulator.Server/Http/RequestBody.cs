using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace Emulator.Server.Http;

/// <summary>A request body in one pooled buffer.</summary>
/// <remarks>Dispose it when nothing refers to the bytes any more.</remarks>
readonly struct RequestBody : IDisposable
{
    /// <summary>The largest body that is read at all; larger ones answer 413. PutLogEvents with every character escaped stays below it.</summary>
    public const int MaxBytes = 16 << 20;

    readonly byte[] _buffer;
    readonly int _length;

    RequestBody(byte[] buffer, int length)
    {
        _buffer = buffer;
        _length = length;
    }

    public ReadOnlyMemory<byte> Bytes => _buffer.AsMemory(0, _length);

    public static async ValueTask<RequestBody> ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Clamp(request.ContentLength ?? 4096, 0, MaxBytes));
        var length = 0;
        var reader = request.BodyReader;
        try
        {
            while (true)
            {
                var result = await reader.ReadAsync(cancel);
                buffer = Append(buffer, ref length, result.Buffer);
                reader.AdvanceTo(result.Buffer.End);
                if (result.IsCompleted)
                {
                    return new RequestBody(buffer, length);
                }
            }
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(buffer);
            throw;
        }
    }

    public void Dispose()
    {
        if (_buffer is not null)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
        }
    }

    static byte[] Append(byte[] buffer, ref int length, ReadOnlySequence<byte> part)
    {
        var needed = length + (int)part.Length;
        if (needed > buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, buffer.Length * 2));
            buffer.AsSpan(0, length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = larger;
        }

        part.CopyTo(buffer.AsSpan(length));
        length = needed;
        return buffer;
    }
}
