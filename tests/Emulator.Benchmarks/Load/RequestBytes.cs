using System.Text;

namespace Emulator.Benchmarks.Load;

/// <summary>Builds the bytes of HTTP requests.</summary>
static class RequestBytes
{
    const string Authorization =
        "Authorization: AWS4-HMAC-SHA256 Credential=test/20260105/us-east-1/monitoring/aws4_request, SignedHeaders=host, Signature=0\r\n";

    public static byte[] LogsJson(string operation, byte[] body) =>
        Post("/", $"X-Amz-Target: Logs_20140328.{operation}\r\nContent-Type: application/x-amz-json-1.1\r\n", body);

    public static byte[] CloudWatchJson(string operation, byte[] body) =>
        Post(
            "/",
            $"X-Amz-Target: GraniteServiceVersion20100801.{operation}\r\nContent-Type: application/x-amz-json-1.0\r\nx-amzn-query-mode: true\r\n",
            body
        );

    public static byte[] CloudWatchQuery(byte[] body) =>
        Post("/", "Content-Type: application/x-www-form-urlencoded\r\n", body);

    public static byte[] CloudWatchCbor(string operation, byte[] body) =>
        Post(
            $"/service/GraniteServiceVersion20100801/operation/{operation}",
            "smithy-protocol: rpc-v2-cbor\r\nContent-Type: application/cbor\r\nx-amzn-query-mode: true\r\n",
            body
        );

    static byte[] Post(string path, string headers, byte[] body)
    {
        var head =
            $"POST {path} HTTP/1.1\r\nHost: localhost\r\n{Authorization}{headers}Content-Length: {body.Length}\r\n\r\n";
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }
}
