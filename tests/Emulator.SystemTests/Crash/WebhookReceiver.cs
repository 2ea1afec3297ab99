using System.Net;
using System.Text.Json.Nodes;

namespace Emulator.SystemTests.Crash;

/// <summary>Stands in for the target of a subscription: keeps what is delivered, by the id of the delivery.</summary>
sealed class WebhookReceiver : IAsyncDisposable
{
    readonly HttpListener _listener = new();
    readonly Dictionary<string, string> _bodies = [];
    readonly Task _loop;

    WebhookReceiver(int port)
    {
        Url = $"http://127.0.0.1:{port}/";
        _listener.Prefixes.Add(Url);
        _listener.Start();
        _loop = Task.Run(ReceiveAsync);
    }

    public string Url { get; }

    /// <summary>How often a delivery came again: a kill between sending it and noting that.</summary>
    public int Repeated { get; private set; }

    /// <summary>The ids of all events delivered. Once for each delivery, however often it came.</summary>
    public List<string> EventIds()
    {
        lock (_bodies)
        {
            return
            [
                .. _bodies.Values.SelectMany(body =>
                    JsonNode.Parse(body)!["logEvents"]!.AsArray().Select(one => (string)one!["id"]!)
                ),
            ];
        }
    }

    public static WebhookReceiver Start()
    {
        using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        return new WebhookReceiver(port);
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _loop;
        _listener.Close();
    }

    async Task ReceiveAsync()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            _ = Task.Run(() => KeepAsync(context));
        }
    }

    async Task KeepAsync(HttpListenerContext context)
    {
        try
        {
            using var reader = new StreamReader(context.Request.InputStream);
            var body = await reader.ReadToEndAsync();
            if (body.Length == context.Request.ContentLength64)
            {
                Keep(context.Request.Headers["X-Delivery-Id"]!, body);
            }

            context.Response.Close();
        }
        catch (Exception error) when (error is HttpListenerException or IOException)
        {
            // The sender was killed.
        }
    }

    void Keep(string id, string body)
    {
        lock (_bodies)
        {
            if (_bodies.TryGetValue(id, out var known))
            {
                Assert.Equal(known, body);
                Repeated++;
            }

            _bodies[id] = body;
        }
    }
}
