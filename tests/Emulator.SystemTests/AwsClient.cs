using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Emulator.SystemTests;

/// <summary>Calls operations as raw HTTP, in AWS JSON.</summary>
sealed class AwsClient(Uri endpoint) : IDisposable
{
    static readonly HashSet<string> CloudWatchOperations =
    [
        "PutMetricData",
        "GetMetricStatistics",
        "PutDashboard",
        "ListDashboards",
    ];

    readonly HttpClient _http = new() { BaseAddress = endpoint, Timeout = TimeSpan.FromMinutes(1) };

    public Uri Endpoint => endpoint;

    /// <exception cref="HttpRequestException">There was no answer.</exception>
    /// <exception cref="AwsFailure">The answer was an error.</exception>
    public async Task<JsonObject> CallAsync(string operation, JsonObject input)
    {
        var isCloudWatch = CloudWatchOperations.Contains(operation);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/");
        request.Headers.Add(
            "X-Amz-Target",
            $"{(isCloudWatch ? "GraniteServiceVersion20100801" : "Logs_20140328")}.{operation}"
        );
        request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(input));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(
            isCloudWatch ? "application/x-amz-json-1.0" : "application/x-amz-json-1.1"
        );

        using var response = await _http.SendAsync(request);
        var answer = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode
            ? JsonNode.Parse(answer.Length == 0 ? "{}" : answer)!.AsObject()
            : throw new AwsFailure(operation, (int)response.StatusCode, answer);
    }

    public void Dispose() => _http.Dispose();
}

/// <summary>The server has answered with an error.</summary>
sealed class AwsFailure(string operation, int status, string answer) : Exception($"{operation}: {status} {answer}")
{
    public int Status => status;

    public string Answer => answer;
}
