using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Emulator.Examples;

/// <summary>Calls operations in awsJson, as far as the examples need.</summary>
public sealed class AwsJsonClient(Uri endpoint) : IDisposable
{
    readonly HttpClient _http = new() { BaseAddress = endpoint };

    public Task<JsonNode> LogsAsync(string operation, string input) =>
        CallAsync($"Logs_20140328.{operation}", "application/x-amz-json-1.1", input);

    public Task<JsonNode> CloudWatchAsync(string operation, string input) =>
        CallAsync($"GraniteServiceVersion20100801.{operation}", "application/x-amz-json-1.0", input);

    public void Dispose() => _http.Dispose();

    async Task<JsonNode> CallAsync(string target, string type, string input)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "")
        {
            Content = new StringContent(input, new MediaTypeHeaderValue(type)),
            Headers = { { "X-Amz-Target", target } },
        };
        using var response = await _http.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode
            ? JsonNode.Parse(body.Length == 0 ? "{}" : body)!
            : throw new HttpRequestException(body, null, response.StatusCode);
    }
}
