using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace Emulator.Server.Deliveries;

/// <summary>Makes requests in AWS's protocols, with a signature of version 4.</summary>
/// <remarks>
/// Other emulators hardly check a signature, but read the account from the access key and the region and service from the scope.
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html"/>
/// </remarks>
static class AwsRequest
{
    const string Secret = "test";
    const string SignedHeaders = "host;x-amz-date";

    /// <summary>An operation of a service that speaks JSON.</summary>
    /// <param name="target">For example <c>Kinesis_20131202.PutRecord</c>.</param>
    public static HttpRequestMessage Json(Uri endpoint, TargetArn arn, string target, byte[] json, DateTimeOffset now)
    {
        var request = Post(endpoint, "/", json, "application/x-amz-json-1.1");
        request.Headers.Add("X-Amz-Target", target);
        return Sign(request, arn, json, now);
    }

    /// <summary>Any other operation.</summary>
    /// <param name="path">Percent-encoded, from the root, perhaps with a query string of one parameter.</param>
    public static HttpRequestMessage Plain(
        Uri endpoint,
        TargetArn arn,
        string path,
        byte[] body,
        string contentType,
        DateTimeOffset now
    ) => Sign(Post(endpoint, path, body, contentType), arn, body, now);

    static HttpRequestMessage Post(Uri endpoint, string path, byte[] body, string contentType)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        return new HttpRequestMessage(HttpMethod.Post, endpoint.AbsoluteUri.TrimEnd('/') + path) { Content = content };
    }

    static HttpRequestMessage Sign(HttpRequestMessage request, TargetArn arn, byte[] body, DateTimeOffset now)
    {
        var uri = request.RequestUri!;
        var time = now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var scope = $"{time[..8]}/{arn.Region}/{arn.Service}/aws4_request";
        var canonical = string.Join(
            '\n',
            "POST",
            // The path is encoded once more, as for every service but S3.
            Uri.EscapeDataString(uri.AbsolutePath).Replace("%2F", "/", StringComparison.Ordinal),
            uri.Query.TrimStart('?'),
            $"host:{uri.Authority}",
            $"x-amz-date:{time}",
            "",
            SignedHeaders,
            Hex(SHA256.HashData(body))
        );
        var text = $"AWS4-HMAC-SHA256\n{time}\n{scope}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        var key = scope.Split('/').Aggregate(Encoding.UTF8.GetBytes("AWS4" + Secret), Mac);

        request.Headers.Add("X-Amz-Date", time);
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            $"AWS4-HMAC-SHA256 Credential={arn.Account}/{scope}, SignedHeaders={SignedHeaders}, Signature={Hex(Mac(key, text))}"
        );
        return request;
    }

    static byte[] Mac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
