using System.Text;
using System.Text.Json.Nodes;
using Emulator.Server;

namespace Emulator.Tests.Server;

public sealed class ControlApiTests : IDisposable
{
    static readonly DateTimeOffset Start = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    readonly HttpClient _http = new();

    public void Dispose() => _http.Dispose();

    static Task<CloudWatchEmulator> StartAsync() =>
        CloudWatchEmulator.StartAsync(new CloudWatchEmulatorOptions { FrozenAt = Start });

    [Fact]
    public async Task Health_names_version_services_and_clock()
    {
        await using var emulator = await StartAsync();

        var health = await Send(emulator, HttpMethod.Get, "health");

        Assert.Equal(
            ("ok", "2010-08-01", "2014-03-28", "frozen"),
            (
                (string?)health["status"],
                (string?)health["services"]!["cloudwatch"],
                (string?)health["services"]!["logs"],
                (string?)health["clock"]!["mode"]
            )
        );
        Assert.Equal("0.1.0", (string?)health["version"]);
    }

    [Theory]
    [InlineData("""{"advance":"PT1H"}""", "2026-01-05T10:00:00+00:00", "frozen")]
    [InlineData("""{"freeze":"2026-02-01T00:00:00Z"}""", "2026-02-01T00:00:00+00:00", "frozen")]
    [InlineData("""{"set":"2025-01-01T00:00:00Z"}""", "2025-01-01T00:00:00+00:00", "frozen")]
    public async Task Moves_the_clock(string change, string now, string mode)
    {
        await using var emulator = await StartAsync();

        var clock = await Send(emulator, HttpMethod.Post, "clock", change);

        Assert.Equal((now, mode), ((string?)clock["now"], (string?)clock["mode"]));
    }

    [Theory]
    [InlineData("{}", "InvalidClockChange")]
    [InlineData("""{"advance":"PT1H","freeze":"now"}""", "InvalidClockChange")]
    [InlineData("""{"advance":"-PT1H"}""", "InvalidDuration")]
    [InlineData("""{"advance":"P9000000D"}""", "InvalidTime")]
    [InlineData("""{"set":"tomorrow"}""", "InvalidTime")]
    [InlineData("""{"set":"1979-12-31T23:59:59Z"}""", "InvalidTime")]
    [InlineData("""{"freeze":"2200-01-01T00:00:01Z"}""", "InvalidTime")]
    [InlineData("""{"rate":-1}""", "InvalidRate")]
    [InlineData("""{"hurry":1}""", "InvalidBody")]
    [InlineData("x", "InvalidBody")]
    public async Task Refuses_a_change_of_the_clock_that_makes_no_sense(string change, string code)
    {
        await using var emulator = await StartAsync();

        var error = await Send(emulator, HttpMethod.Post, "clock", change, expectedStatus: 400);

        Assert.Equal(code, (string?)error["code"]);
        Assert.Equal(Start, emulator.Clock.Now);
    }

    [Fact]
    public async Task An_export_brings_everything_back_into_another_emulator()
    {
        await using var first = await StartAsync();
        await using var second = await StartAsync();
        await CreateGroup(first);
        await first.Clock.Advance(TimeSpan.FromDays(1));

        var file = await _http.GetByteArrayAsync(new Uri(first.Endpoint, "_emulator/export"));
        using var answer = await _http.PostAsync(
            new Uri(second.Endpoint, "_emulator/import"),
            new ByteArrayContent(file)
        );

        Assert.Equal(204, (int)answer.StatusCode);
        var info = await Send(second, HttpMethod.Get, "info");
        Assert.Equal("111111111111", (string?)info["scopes"]![0]!["account"]);
        Assert.Equal(Start.AddDays(1), second.Clock.Now);
        await CreateGroup(second, expectedStatus: 400);
    }

    [Fact]
    public async Task Imports_at_the_same_time_come_one_after_another()
    {
        await using var emulator = await StartAsync();
        await CreateGroup(emulator);
        var file = await _http.GetByteArrayAsync(new Uri(emulator.Endpoint, "_emulator/export"));

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 5)
                .Select(_ =>
                    _http.PostAsync(new Uri(emulator.Endpoint, "_emulator/import"), new ByteArrayContent(file))
                )
        );

        Assert.All(answers, answer => Assert.Equal(204, (int)answer.StatusCode));
        await CreateGroup(emulator, expectedStatus: 400);
    }

    [Fact]
    public async Task An_export_may_be_larger_than_a_request_of_aws()
    {
        await using var emulator = await StartAsync();

        using var answer = await _http.PostAsync(
            new Uri(emulator.Endpoint, "_emulator/import"),
            new ByteArrayContent(new byte[17 << 20])
        );

        // It is read to its end, and then found to be no export.
        Assert.Equal(400, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Refuses_to_import_what_is_no_export()
    {
        await using var emulator = await StartAsync();
        await CreateGroup(emulator);

        var error = await Send(emulator, HttpMethod.Post, "import", "nonsense", expectedStatus: 400);

        Assert.Equal("InvalidExport", (string?)error["code"]);
        await CreateGroup(emulator, expectedStatus: 400);
    }

    [Fact]
    public async Task Resets_one_account_and_region_only()
    {
        await using var emulator = await StartAsync();
        await CreateGroup(emulator);

        await Send(emulator, HttpMethod.Post, "reset?account=222222222222&region=us-east-1", expectedStatus: 204);
        await CreateGroup(emulator, expectedStatus: 400);
        await Send(emulator, HttpMethod.Post, "reset?account=111111111111&region=us-east-1", expectedStatus: 204);
        await CreateGroup(emulator);
    }

    [Fact]
    public async Task Changes_the_retention_of_metrics_at_run_time()
    {
        await using var emulator = await StartAsync();

        await Send(emulator, HttpMethod.Put, "retention", """{"daysByNamespace":{"AWS/Connect":30}}""");

        var rules = await Send(emulator, HttpMethod.Get, "retention");
        Assert.Equal(455, (double)rules["defaultDays"]!);
        Assert.Equal(30, (double)rules["daysByNamespace"]!["AWS/Connect"]!);
    }

    [Fact]
    public async Task Names_the_methods_that_a_path_takes()
    {
        await using var emulator = await StartAsync();

        using var answer = await _http.DeleteAsync(new Uri(emulator.Endpoint, "_emulator/clock"));

        Assert.Equal(405, (int)answer.StatusCode);
        Assert.Equal(["GET", "POST"], answer.Content.Headers.Allow);
    }

    async Task<JsonNode> Send(
        CloudWatchEmulator emulator,
        HttpMethod method,
        string path,
        string body = "",
        int expectedStatus = 200
    )
    {
        using var request = new HttpRequestMessage(method, new Uri(emulator.Endpoint, $"_emulator/{path}"))
        {
            Content = new StringContent(body, Encoding.UTF8),
        };
        using var answer = await _http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(expectedStatus == (int)answer.StatusCode, $"{(int)answer.StatusCode} {text}");
        return JsonNode.Parse(text.Length == 0 ? "{}" : text)!;
    }

    async Task CreateGroup(CloudWatchEmulator emulator, int expectedStatus = 200)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, emulator.Endpoint)
        {
            Content = new StringContent("""{"logGroupName":"g"}"""),
        };
        request.Headers.Add("X-Amz-Target", "Logs_20140328.CreateLogGroup");
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            "AWS4-HMAC-SHA256 Credential=111111111111/20260105/us-east-1/logs/aws4_request, SignedHeaders=host, Signature=0"
        );
        using var answer = await _http.SendAsync(request);
        Assert.Equal(expectedStatus, (int)answer.StatusCode);
    }
}
