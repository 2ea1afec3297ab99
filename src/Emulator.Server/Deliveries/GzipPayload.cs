using System.IO.Compression;
using Emulator.Protocol.Shapes;

namespace Emulator.Server.Deliveries;

/// <summary>The form in which subscriptions send log events: gzip.</summary>
static class GzipPayload
{
    public static byte[] Of(Utf8Text payload)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(payload.Span);
        }

        return compressed.ToArray();
    }
}
