using Emulator.Protocol.Shapes;

namespace Emulator.Protocol.Cbor;

/// <summary>rpc-v2-cbor: the operation is in the path, the input a CBOR map.</summary>
/// <remarks><see href="https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html"/></remarks>
public sealed class CborProtocol : IProtocol
{
    const string Mark = "rpc-v2-cbor";

    public string Name => "cbor";

    public WireCall? Recognise(WireRequest request)
    {
        // Whatever stands before the last four segments is a prefix that the user has configured.
        if (
            request.Method != "POST"
            || request.Path.Split('/') is not [.., "service", var target, "operation", var operation]
        )
        {
            return null;
        }

        var service = AwsServiceNames.OfTarget(target.AsSpan(target.LastIndexOf('.') + 1));
        var isWellFormed = request.Header("smithy-protocol") == Mark && request.Header("X-Amz-Target") is null;
        return new WireCall
        {
            Protocol = this,
            Service = service ?? Protocols.LikelyService(request),
            Operation = operation,
            QueryMode = Protocols.IsQueryMode(request),
            Refusal = service is null || !isWellFormed ? WireErrors.UnknownOperation() : null,
        };
    }

    public ShapeReader OpenInput(WireRequest request) => new CborShapeReader(request.Body);

    public void WriteAnswer(WireResponse response, WireCall call, IShape answer, bool hasOutput, string requestId)
    {
        response.AddHeader("x-amzn-RequestId", requestId);
        response.AddHeader("smithy-protocol", Mark);
        if (hasOutput)
        {
            response.ContentType = "application/cbor";
            answer.Write(new CborShapeWriter(response.Body));
        }
    }

    public void WriteError(WireResponse response, WireCall call, AwsException error, string requestId)
    {
        TypedErrors.WriteHead(response, call, error, requestId);
        response.AddHeader("smithy-protocol", Mark);
        response.ContentType = "application/cbor";
        TypedErrors.WriteBody(new CborShapeWriter(response.Body), call.Service, error);
    }

    public AwsException UnknownOperation(WireCall call) => WireErrors.UnknownOperation();
}
