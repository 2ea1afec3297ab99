using Emulator.Protocol.Shapes;

namespace Emulator.Protocol;

/// <summary>What errors in JSON and in CBOR have in common: a structure with <c>__type</c>, and the Query code in a header.</summary>
/// <remarks><see href="https://smithy.io/2.0/aws/protocols/aws-query-protocol.html#aws-protocols-awsquerycompatible-trait"/></remarks>
static class TypedErrors
{
    const string CloudWatchNamespace = "com.amazonaws.cloudwatch.v2010_08_01";

    public static void WriteHead(WireResponse response, WireCall call, AwsException error, string requestId)
    {
        response.Status = StatusOf(call, error);
        response.AddHeader("x-amzn-RequestId", requestId);
        if (call.Service == AwsService.CloudWatch && error.QueryCode is { } queryCode)
        {
            response.AddHeader("x-amzn-query-error", $"{queryCode};{error.Fault}");
        }
    }

    public static void WriteBody(ShapeWriter writer, AwsService service, AwsException error)
    {
        writer.BeginStructure();
        writer.Member("__type"u8);
        writer.WriteString(
            service == AwsService.Logs ? error.Code : $"{error.TypeNamespace ?? CloudWatchNamespace}#{error.Code}"
        );
        if (error.Text is { } text)
        {
            writer.Member(error.CapitalMessage ? "Message"u8 : "message"u8);
            writer.WriteString(text);
        }

        error.Details?.Invoke(writer);
        writer.EndStructure();
    }

    static int StatusOf(WireCall call, AwsException error)
    {
        var isQueryStatus = call.Service == AwsService.CloudWatch && call.QueryMode;
        return error.Status is > 400 and < 500 && !isQueryStatus && !error.KeepsStatus ? 400 : error.Status;
    }
}
