using Emulator.Protocol.Shapes;

namespace Emulator.Protocol.Json;

/// <summary>awsJson: version 1.0 for CloudWatch, 1.1 for Logs.</summary>
/// <remarks><see href="https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html"/></remarks>
public sealed class JsonProtocol : IProtocol
{
    public string Name => "json";

    public WireCall? Recognise(WireRequest request)
    {
        if (request.Header("X-Amz-Target") is not { } target)
        {
            return null;
        }

        var dot = target.IndexOf('.');
        var service = dot < 0 ? null : AwsServiceNames.OfTarget(target.AsSpan(0, dot));
        return new WireCall
        {
            Protocol = this,
            Service = service ?? Protocols.LikelyService(request),
            Operation = target[(dot + 1)..],
            QueryMode = Protocols.IsQueryMode(request),
            Refusal = service is null ? WireErrors.UnknownOperation() : null,
        };
    }

    public ShapeReader OpenInput(WireRequest request) => new JsonShapeReader(request.Body);

    public void WriteAnswer(WireResponse response, WireCall call, IShape answer, bool hasOutput, string requestId)
    {
        response.AddHeader("x-amzn-RequestId", requestId);
        response.ContentType = ContentType(call.Service);
        if (hasOutput)
        {
            answer.Write(new JsonShapeWriter(response.Body));
        }
    }

    public void WriteError(WireResponse response, WireCall call, AwsException error, string requestId)
    {
        TypedErrors.WriteHead(response, call, error, requestId);
        response.ContentType = ContentType(call.Service);
        TypedErrors.WriteBody(new JsonShapeWriter(response.Body), call.Service, error);
    }

    public AwsException UnknownOperation(WireCall call) => WireErrors.UnknownOperation();

    static string ContentType(AwsService service) =>
        service == AwsService.Logs ? "application/x-amz-json-1.1" : "application/x-amz-json-1.0";
}
