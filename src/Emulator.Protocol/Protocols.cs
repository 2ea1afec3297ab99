using Emulator.Protocol.Cbor;
using Emulator.Protocol.Json;
using Emulator.Protocol.Query;
using Emulator.Protocol.Sigv4;

namespace Emulator.Protocol;

/// <summary>Finds out in which protocol a request speaks.</summary>
public static class Protocols
{
    // In the order of recognition: each is told by a stronger mark than the next.
    static readonly CborProtocol Cbor = new();
    static readonly JsonProtocol Json = new();
    static readonly QueryProtocol Query = new();

    /// <summary>Recognises a request. One that no protocol recognises comes back with a refusal in the protocol its sender likely speaks.</summary>
    public static WireCall Recognise(WireRequest request) =>
        Cbor.Recognise(request) ?? Json.Recognise(request) ?? Query.Recognise(request) ?? Refuse(request);

    /// <summary>Whether JSON and CBOR errors shall carry the statuses of the Query protocol.</summary>
    internal static bool IsQueryMode(WireRequest request) =>
        string.Equals(request.Header("x-amzn-query-mode"), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>The service that the sender of a request has in mind when the request itself does not name one of ours.</summary>
    internal static AwsService LikelyService(WireRequest request)
    {
        var scope = CredentialScope.Of(request);
        return AwsServiceNames.OfSigningName(scope.Service)
            ?? (IsOfType(request, "application/x-amz-json-1.1") ? AwsService.Logs : AwsService.CloudWatch);
    }

    static WireCall Refuse(WireRequest request)
    {
        var service = LikelyService(request);
        if (service == AwsService.Logs)
        {
            return Refuse(Json, service, WireErrors.UnknownOperation());
        }

        return CredentialScope.Of(request).Service is not null || IsOfType(request, "application/x-www-form-urlencoded")
            ? Refuse(Query, service, WireErrors.MissingAction())
            : Refuse(Json, service, WireErrors.NothingHere());
    }

    static WireCall Refuse(IProtocol protocol, AwsService service, AwsException refusal) =>
        new()
        {
            Protocol = protocol,
            Service = service,
            Operation = "",
            Refusal = refusal,
        };

    static bool IsOfType(WireRequest request, string mediaType) =>
        request.Header("Content-Type")?.StartsWith(mediaType, StringComparison.OrdinalIgnoreCase) ?? false;
}
