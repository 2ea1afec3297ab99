using Emulator.Protocol;
using Emulator.Server.Faults;
using Emulator.Services;
using Emulator.Services.Resources;
using Microsoft.AspNetCore.Http;

namespace Emulator.Server.Http;

/// <summary>One request on its way through the server, and what has been found out about it so far.</summary>
/// <threadsafety>Not thread-safe; one request at a time works with it.</threadsafety>
sealed class Exchange(HttpContext http, EmulatorEngine engine)
{
    WireCall? _call;

    public HttpContext Http => http;

    /// <summary>The engine that serves the request, from its arrival to its answer.</summary>
    public EmulatorEngine Engine => engine;

    public string RequestId { get; } = engine.Ids.NextUuid();

    /// <summary>The emulated time of its arrival.</summary>
    public DateTimeOffset Time { get; } = engine.Clock.GetUtcNow();

    /// <summary>The request as far as it could be read.</summary>
    public WireRequest Request { get; private set; } = Describe(http.Request, ReadOnlyMemory<byte>.Empty);

    /// <summary>What is called.</summary>
    public WireCall Call => _call ??= Protocols.Recognise(Request);

    /// <summary>Who calls.</summary>
    public Scope Scope { get; set; }

    /// <summary>The fault that befalls the request; <c>null</c> when none does.</summary>
    public Fault? Fault { get; set; }

    /// <summary>The error that the request was answered with; <c>null</c> when there was none, or not yet.</summary>
    public AwsException? Error { get; private set; }

    /// <summary>Whether the request is among <see cref="Requests.ReceivedRequests"/>.</summary>
    public bool IsKept { get; set; }

    /// <summary>Takes the body as it was sent.</summary>
    public void Receive(ReadOnlyMemory<byte> body) => Request = Request.WithBody(body);

    /// <summary>Inflates the body if it is compressed.</summary>
    /// <param name="limit">How many bytes it may become.</param>
    /// <exception cref="AwsException">The body is no gzip, or becomes too large.</exception>
    public void Inflate(int limit)
    {
        if (string.Equals(Request.Header("Content-Encoding"), "gzip", StringComparison.OrdinalIgnoreCase))
        {
            Request = Request.WithBody(GzipBody.Inflate(Request.Body, limit));
        }
    }

    public void WriteError(WireResponse response, AwsException error)
    {
        Error = error;
        Call.Protocol.WriteError(response, Call, error, RequestId);
    }

    static WireRequest Describe(HttpRequest request, ReadOnlyMemory<byte> body) =>
        new()
        {
            Method = request.Method,
            Path = request.Path.Value ?? "/",
            QueryString = request.QueryString.HasValue ? request.QueryString.Value![1..] : "",
            Body = body,
            Header = name => request.Headers.TryGetValue(name, out var values) ? values.ToString() : null,
        };
}
