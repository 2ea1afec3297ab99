using System.Net;
using System.Text;
using Emulator.Server;

namespace Emulator.Tests.Server;

/// <summary>Event streams over HTTP, by the byte. The bytes are those that botocore and the JavaScript SDK were seen to take.</summary>
public sealed class EventStreamTests : IAsyncLifetime
{
    const string InitialResponse =
        "0000004500000035a382cc730d3a6d6573736167652d747970650700056576656e740b3a6576656e742d74797065070010696e697469"
        + "616c2d726573706f6e7365b7624dee";

    const string EmptyUpdate =
        "0000009c0000005383b615360d3a6d6573736167652d747970650700056576656e740b3a6576656e742d7479706507000d7365737369"
        + "6f6e5570646174650d3a636f6e74656e742d747970650700106170706c69636174696f6e2f6a736f6e7b2273657373696f6e4d657461"
        + "64617461223a7b2273616d706c6564223a66616c73657d2c2273657373696f6e526573756c7473223a5b5d7d8b9f0a13";

    readonly HttpClient _http = new();
    CloudWatchEmulator _emulator = null!;

    public async ValueTask InitializeAsync()
    {
        _emulator = await CloudWatchEmulator.StartAsync();
        using var created = await CallAsync("CreateLogGroup", """{"logGroupName":"g"}""");
        Assert.Equal(HttpStatusCode.OK, created.StatusCode);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public async Task The_answer_begins_at_once_and_goes_on_every_second()
    {
        using var answer = await TailAsync();
        await using var body = await answer.Content.ReadAsStreamAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/vnd.amazon.eventstream", answer.Content.Headers.ContentType!.ToString());
        Assert.Null(answer.Content.Headers.ContentLength);
        Assert.Single(answer.Headers.GetValues("x-amzn-RequestId"));
        Assert.Equal(InitialResponse, await ReadAsync(body));
        Assert.Contains("sessionStart", Text(await ReadAsync(body)));
        Assert.Equal(EmptyUpdate, await ReadAsync(body));
    }

    [Fact]
    public async Task A_session_that_times_out_says_so_and_ends()
    {
        using var answer = await TailAsync();
        await using var body = await answer.Content.ReadAsStreamAsync();
        await ReadAsync(body);
        await ReadAsync(body);

        await _emulator.Clock.Advance(TimeSpan.FromHours(4));
        var end = Text(await ReadAsync(body));

        Assert.Contains(":exception-type", end);
        Assert.Contains("SessionTimeoutException", end);
        Assert.EndsWith("""{"message":"The session has timed out after three hours."}""", end[..^4]);
        Assert.Equal(0, await body.ReadAsync(new byte[1], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_caller_that_hangs_up_leaves_no_session_behind()
    {
        var feed = _emulator.Engine.LogFeed;
        using (var answer = await TailAsync())
        {
            Assert.Single(feed.Sessions);
        }

        while (feed.Sessions.Count > 0)
        {
            await Task.Yield();
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }
    }

    [Fact]
    public async Task A_dropped_connection_leaves_no_session_behind()
    {
        _emulator.Faults.Add(
            new Emulator.Server.Faults.DropConnectionFault { Operation = "StartLiveTail", AfterHandling = true }
        );

        await Assert.ThrowsAnyAsync<HttpRequestException>(TailAsync);

        Assert.Empty(_emulator.Engine.LogFeed.Sessions);
    }

    [Fact]
    public async Task A_stop_ends_sessions_in_good_order()
    {
        var emulator = await CloudWatchEmulator.StartAsync();
        using var created = await CallAsync("CreateLogGroup", """{"logGroupName":"g"}""", emulator);
        using var answer = await TailAsync(emulator);
        await using var body = await answer.Content.ReadAsStreamAsync();
        await ReadAsync(body);
        await ReadAsync(body);

        await emulator.DisposeAsync();

        Assert.Contains("SessionStreamingException", Text(await ReadAsync(body)));
        Assert.Equal(0, await body.ReadAsync(new byte[1], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_error_before_the_stream_is_an_ordinary_error()
    {
        using var answer = await CallAsync("GetLogObject", """{"logObjectPointer":"p"}""");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/x-amz-json-1.1", answer.Content.Headers.ContentType!.ToString());
    }

    Task<HttpResponseMessage> TailAsync() => TailAsync(_emulator);

    Task<HttpResponseMessage> TailAsync(CloudWatchEmulator emulator) =>
        CallAsync(
            "StartLiveTail",
            """{"logGroupIdentifiers":["arn:aws:logs:us-east-1:000000000000:log-group:g"]}""",
            emulator
        );

    async Task<HttpResponseMessage> CallAsync(string operation, string input, CloudWatchEmulator? emulator = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, (emulator ?? _emulator).Endpoint)
        {
            Content = new StringContent(input, Encoding.UTF8),
            Headers = { { "X-Amz-Target", $"Logs_20140328.{operation}" } },
        };
        return await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    /// <summary>Reads one message.</summary>
    static async Task<string> ReadAsync(Stream body)
    {
        var head = new byte[4];
        await body.ReadExactlyAsync(head, TestContext.Current.CancellationToken);
        var message = new byte[System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(head)];
        head.CopyTo(message, 0);
        await body.ReadExactlyAsync(message.AsMemory(4), TestContext.Current.CancellationToken);
        return Convert.ToHexStringLower(message);
    }

    static string Text(string message) => Encoding.Latin1.GetString(Convert.FromHexString(message));
}
