using System.Text.Json;
using Emulator.Protocol;
using Emulator.Server.Faults;
using Emulator.Services.Resources;

namespace Emulator.Server.Requests;

/// <summary>A request that an AWS client has sent, and how it was answered.</summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed class ReceivedRequest
{
    /// <summary>Larger bodies are not kept.</summary>
    const int MaxBodyBytes = 64 << 10;

    readonly WireCall _call;

    // The request without its connection; null when the body is too large.
    readonly WireRequest? _request;

    internal ReceivedRequest(WireCall call, WireRequest request, Scope scope)
    {
        _call = call;
        (Account, Region) = (scope.Account, scope.Region);
        _request =
            request.Body.Length > MaxBodyBytes
                ? null
                : new WireRequest
                {
                    Method = request.Method,
                    Path = request.Path,
                    QueryString = request.QueryString,
                    Body = request.Body.ToArray(),
                    Header = static _ => null,
                };
    }

    /// <summary>The request id that the answer carries.</summary>
    public required string Id { get; init; }

    /// <summary>The emulated time of its arrival.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The service called; for a request that calls none, the one that its sender has likely meant.</summary>
    public AwsService Service => _call.Service;

    /// <summary>The operation called, whether there is such an operation or not; <c>null</c> when the request names none.</summary>
    public string? Operation => _call.Operation.Length == 0 ? null : _call.Operation;

    /// <summary><c>query</c>, <c>json</c> or <c>cbor</c>.</summary>
    public string Protocol => _call.Protocol.Name;

    /// <summary>The caller's account.</summary>
    public string Account { get; }

    /// <summary>The caller's region.</summary>
    public string Region { get; }

    /// <summary>The HTTP status of the answer; <c>null</c> when there was none, because one side has closed the connection.</summary>
    public required int? Status { get; init; }

    /// <summary>The name of the error's shape, in every protocol; <c>null</c> when there was no error of AWS's kind.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>What the caller reads with <see cref="ErrorCode"/>.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>The fault that befell the request; <c>null</c> when none did.</summary>
    public Fault? Fault { get; init; }

    /// <summary>
    /// The input in the form of awsJson, whichever protocol it came in, without members that the operation does not have; <c>null</c> when it
    /// could not be read, when the emulator does not have the operation, or when the body was larger than 64 KiB.
    /// </summary>
    public JsonElement? Input => _request is null ? null : RequestInput.Of(_call, _request);

    /// <summary>What keeping the body costs.</summary>
    internal int BodyBytes => _request?.Body.Length ?? 0;
}
