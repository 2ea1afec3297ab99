using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Emulator.Server;

namespace Emulator.Tests.Server;

/// <summary>Sends bare HTTP requests to a running emulator; the account is what they are signed with.</summary>
sealed class WireClient(Uri endpoint) : IDisposable
{
    readonly HttpClient _http = new() { BaseAddress = endpoint };

    public WireClient(CloudWatchEmulator emulator)
        : this(emulator.Endpoint) { }

    public string Account { get; init; } = "111111111111";

    public void Dispose() => _http.Dispose();

    public Task<WireAnswer> LogsAsync(string operation, string json) => JsonAsync("Logs_20140328", operation, json);

    public Task<WireAnswer> CloudWatchAsync(string operation, string json) =>
        JsonAsync("GraniteServiceVersion20100801", operation, json);

    public Task<WireAnswer> QueryAsync(string form) =>
        SendAsync(
            new HttpRequestMessage(HttpMethod.Post, "")
            {
                Content = new StringContent(
                    form,
                    new MediaTypeHeaderValue("application/x-www-form-urlencoded", charSet: null)
                ),
            }
        );

    public Task<WireAnswer> CborAsync(string operation, byte[] body)
    {
        var request = new HttpRequestMessage(
            HttpMethod.Post,
            $"service/GraniteServiceVersion20100801/operation/{operation}"
        )
        {
            Content = new ByteArrayContent(body),
        };
        request.Headers.Add("smithy-protocol", "rpc-v2-cbor");
        return SendAsync(request);
    }

    /// <summary>Calls the control API.</summary>
    /// <param name="path">Below <c>/_emulator/</c>.</param>
    public Task<WireAnswer> ControlAsync(HttpMethod method, string path, string? body = null) =>
        SendAsync(
            new HttpRequestMessage(method, $"_emulator/{path}")
            {
                Content = body is null ? null : new StringContent(body, Encoding.UTF8),
            }
        );

    Task<WireAnswer> JsonAsync(string target, string operation, string json)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "") { Content = new StringContent(json) };
        request.Headers.Add("X-Amz-Target", $"{target}.{operation}");
        return SendAsync(request);
    }

    async Task<WireAnswer> SendAsync(HttpRequestMessage request)
    {
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            $"AWS4-HMAC-SHA256 Credential={Account}/20260105/eu-west-1/logs/aws4_request, SignedHeaders=host, Signature=0"
        );
        using (request)
        {
            using var response = await _http.SendAsync(request);
            return new WireAnswer(
                response.StatusCode,
                response.Headers.ToDictionary(header => header.Key, header => header.Value.First()),
                await response.Content.ReadAsStringAsync()
            );
        }
    }
}

/// <summary>An answer as it came over the wire.</summary>
sealed record WireAnswer(HttpStatusCode Status, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public JsonNode Json => JsonNode.Parse(Body)!;

    /// <summary>The error code of a JSON answer, without its namespace.</summary>
    public string ErrorCode => ((string)Json["__type"]!).Split('#')[^1];

    public WireAnswer Require()
    {
        Assert.True((int)Status is >= 200 and < 300, $"{(int)Status} {Body}");
        return this;
    }
}
