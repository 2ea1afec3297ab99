using System.Net.Sockets;

namespace Emulator.Server;

/// <summary><c>cloudwatch-emulator health</c>: the health check of a container that has neither a shell nor curl.</summary>
static class HealthProbe
{
    /// <summary>How long the emulator may take to answer.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <returns>0 when the emulator answers that it is well, else 1.</returns>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var options = ServerOptions.Parse(arguments, Environment.GetEnvironmentVariable);
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync("127.0.0.1", options.Port, patience.Token);
            await socket.SendAsync(
                "GET /_emulator/health HTTP/1.0\r\nHost: localhost\r\n\r\n"u8.ToArray(),
                patience.Token
            );
            var status = new byte[12];
            var stream = new NetworkStream(socket);
            await using (stream)
            {
                await stream.ReadExactlyAsync(status, patience.Token);
            }

            return status.AsSpan().EndsWith("200"u8) ? 0 : 1;
        }
        catch (Exception error) when (error is SocketException or IOException or OperationCanceledException)
        {
            return 1;
        }
    }
}
