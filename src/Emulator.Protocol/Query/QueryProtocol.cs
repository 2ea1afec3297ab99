using System.Buffers;
using System.Text;
using Emulator.Protocol.Shapes;

namespace Emulator.Protocol.Query;

/// <summary>awsQuery, which CloudWatch speaks and Logs does not: a form in, XML out.</summary>
/// <remarks><see href="https://smithy.io/2.0/aws/protocols/aws-query-protocol.html"/></remarks>
public sealed class QueryProtocol : IProtocol
{
    const string ApiVersion = "2010-08-01";
    const string XmlNamespace = "http://monitoring.amazonaws.com/doc/2010-08-01/";

    public string Name => "query";

    public WireCall? Recognise(WireRequest request)
    {
        if (request.Method is not ("GET" or "POST"))
        {
            return null;
        }

        var form = QueryForm.Of(request).Span;
        if (QueryForm.Find(form, "Action="u8) is not { } action)
        {
            return null;
        }

        var version = QueryForm.Find(form, "Version="u8);
        return new WireCall
        {
            Protocol = this,
            Service = AwsService.CloudWatch,
            Operation = action,
            Refusal = version is null or ApiVersion ? null : InvalidAction(action, version),
        };
    }

    public ShapeReader OpenInput(WireRequest request) => new QueryShapeReader(QueryForm.Of(request));

    public void WriteAnswer(WireResponse response, WireCall call, IShape answer, bool hasOutput, string requestId)
    {
        response.AddHeader("x-amzn-RequestId", requestId);
        response.ContentType = "text/xml";
        var body = response.Body;
        Write(body, $"<{call.Operation}Response xmlns=\"{XmlNamespace}\">");
        if (hasOutput)
        {
            answer.Write(new XmlShapeWriter(body, call.Operation + "Result"));
        }

        Write(
            body,
            $"<ResponseMetadata><RequestId>{requestId}</RequestId></ResponseMetadata></{call.Operation}Response>"
        );
    }

    public void WriteError(WireResponse response, WireCall call, AwsException error, string requestId)
    {
        response.Status = error.Status;
        response.AddHeader("x-amzn-RequestId", requestId);
        response.ContentType = "text/xml";
        Write(response.Body, $"<ErrorResponse xmlns=\"{XmlNamespace}\">");
        WriteErrorElement(new XmlShapeWriter(response.Body, "Error"), error);
        Write(response.Body, $"<RequestId>{requestId}</RequestId></ErrorResponse>");
    }

    public AwsException UnknownOperation(WireCall call) => InvalidAction(call.Operation, ApiVersion);

    static AwsException InvalidAction(string action, string version) =>
        WireErrors.UnknownOperation($"Could not find operation {action} for version {version}");

    static void WriteErrorElement(XmlShapeWriter writer, AwsException error)
    {
        writer.BeginStructure();
        writer.Member("Type"u8);
        writer.WriteString(error.Fault);
        writer.Member("Code"u8);
        writer.WriteString(error.QueryCode ?? error.Code);
        if (error.Text is { } text)
        {
            writer.Member("Message"u8);
            writer.WriteString(text);
        }

        error.Details?.Invoke(writer);
        writer.EndStructure();
    }

    static void Write(IBufferWriter<byte> body, string xml) => Encoding.UTF8.GetBytes(xml, body);
}
