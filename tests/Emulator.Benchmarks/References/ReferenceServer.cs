using System.Buffers;
using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Emulator.Benchmarks.References;

/// <summary>Kestrel, started as the product starts it, with the least work that a server of the same kind could do.</summary>
static class ReferenceServer
{
    /// <param name="answer">Makes the answer's body from the request's.</param>
    public static async Task RunAsync(int port, Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> answer)
    {
        var options = new KestrelServerOptions { AddServerHeader = false };
        options.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
        var logging = NullLoggerFactory.Instance;
        using var server = new KestrelServer(
            Options.Create(options),
            new SocketTransportFactory(Options.Create(new SocketTransportOptions()), logging),
            logging
        );
        await server.StartAsync(new Application(answer), CancellationToken.None);
        await Task.Delay(Timeout.Infinite);
    }

    sealed class Application(Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> answer) : IHttpApplication<HttpContext>
    {
        public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

        public async Task ProcessRequestAsync(HttpContext context)
        {
            var length = (int)(context.Request.ContentLength ?? 0);
            var buffer = ArrayPool<byte>.Shared.Rent(length);
            var reader = context.Request.BodyReader;
            var read = await reader.ReadAtLeastAsync(length);
            read.Buffer.CopyTo(buffer);
            reader.AdvanceTo(read.Buffer.End);

            var body = answer(buffer.AsMemory(0, length));
            context.Response.ContentType = "application/x-amz-json-1.1";
            context.Response.ContentLength = body.Length;
            await context.Response.BodyWriter.WriteAsync(body);
            ArrayPool<byte>.Shared.Return(buffer);
        }

        public void DisposeContext(HttpContext context, Exception? exception) { }
    }
}
