using System.Text;
using System.Text.Json.Nodes;
using Emulator.Protocol.Shapes;
using Emulator.Server;
using Emulator.Services;
using Emulator.Services.Deliveries;
using Emulator.Services.Resources;

namespace Emulator.Tests.Server;

/// <summary><c>/_emulator/deliveries</c>, as docs/control-api.md describes it.</summary>
public sealed class DeliveryRouteTests : IAsyncDisposable
{
    static readonly DateTimeOffset Start = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);
    static readonly Scope Home = new("111111111111", "eu-west-1");

    readonly HttpClient _http = new();
    CloudWatchEmulator? _emulator;

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (_emulator is not null)
        {
            await _emulator.DisposeAsync();
        }
    }

    [Fact]
    public async Task Shows_a_delivery_with_its_payload_as_JSON()
    {
        await AddAsync("""{"AlarmName":"a"}""", subject: "ALARM");

        var (status, body) = await GetAsync("");

        Assert.Equal(200, status);
        var delivery = Assert.Single(body["deliveries"]!.AsArray())!;
        Assert.True(
            JsonNode.DeepEquals(
                delivery,
                JsonNode.Parse(
                    $$"""
                    {
                      "id": {{delivery["id"]}},
                      "source": "alarm",
                      "sourceArn": "arn:alarm",
                      "target": "arn:topic",
                      "account": "111111111111",
                      "region": "eu-west-1",
                      "created": "2026-01-05T09:00:00+00:00",
                      "state": "RECORDED",
                      "attempts": 0,
                      "subject": "ALARM",
                      "payload": {"AlarmName": "a"}
                    }
                    """
                )
            ),
            delivery.ToJsonString()
        );
    }

    [Fact]
    public async Task Shows_a_payload_that_is_no_JSON_as_text()
    {
        await AddAsync("plain text");

        var (_, body) = await GetAsync("");

        Assert.Equal("plain text", (string?)body["deliveries"]![0]!["payload"]);
    }

    [Theory]
    [InlineData("", 2)]
    [InlineData("source=alarm&sourceArn=arn:alarm&target=arn:topic", 1)]
    [InlineData("source=event", 0)]
    [InlineData("target=arn:other", 1)]
    [InlineData("state=RECORDED", 2)]
    [InlineData("state=FAILED", 0)]
    [InlineData("account=111111111111", 2)]
    [InlineData("account=222222222222", 0)]
    [InlineData("region=eu-west-1", 2)]
    [InlineData("region=us-east-1", 0)]
    [InlineData("since=2026-01-05T09:00:00Z", 2)]
    [InlineData("since=2026-01-05T09:00:01Z", 0)]
    public async Task Shows_those_that_fit_the_filter(string query, int expected)
    {
        await AddAsync("1");
        await AddAsync("2", target: "arn:other", source: DeliverySource.Subscription);

        var (_, body) = await GetAsync(query);

        Assert.Equal(expected, body["deliveries"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("state=DONE")]
    [InlineData("source=nobody")]
    [InlineData("since=yesterday")]
    [InlineData("count=-1")]
    [InlineData("wait=PT2H")]
    [InlineData("colour=red")]
    public async Task Refuses_a_filter_that_makes_no_sense(string query)
    {
        await EmulatorAsync();

        var (status, body) = await GetAsync(query);

        Assert.Equal((400, "InvalidFilter"), (status, (string?)body["code"]));
    }

    [Fact]
    public async Task Waits_until_so_many_are_there()
    {
        await AddAsync("1");

        var waiting = GetAsync("count=2&wait=PT1M");
        await AddAsync("2");
        var (status, body) = await waiting;

        Assert.Equal((200, 2), (status, body["deliveries"]!.AsArray().Count));
    }

    [Fact]
    public async Task Says_how_many_came_when_the_time_is_over()
    {
        await AddAsync("1");

        var (status, body) = await GetAsync("count=2");

        Assert.Equal((408, "TooFewDeliveries"), (status, (string?)body["code"]));
        Assert.Equal("1 of 2 deliveries came within 0 s.", (string?)body["message"]);
    }

    [Fact]
    public async Task Forgets_those_of_one_account_and_region_or_all()
    {
        await AddAsync("1");
        await AddAsync("2", scope: new Scope("222222222222", "eu-west-1"));

        Assert.Equal(204, await DeleteAsync("?account=222222222222&region=eu-west-1"));
        Assert.Single((await GetAsync("")).Body["deliveries"]!.AsArray());
        Assert.Equal(400, await DeleteAsync("?account=222222222222"));
        Assert.Equal(204, await DeleteAsync(""));
        Assert.Empty((await GetAsync("")).Body["deliveries"]!.AsArray());
    }

    [Fact]
    public async Task A_test_in_the_same_process_sees_the_same()
    {
        await AddAsync("1");

        var entry = Assert.Single(await _emulator!.Deliveries.ListAsync());

        Assert.Equal("1", entry.Delivery.Payload.ToString());
    }

    async Task<CloudWatchEmulator> EmulatorAsync() =>
        _emulator ??= await CloudWatchEmulator.StartAsync(new CloudWatchEmulatorOptions { FrozenAt = Start });

    async Task AddAsync(
        string payload,
        string target = "arn:topic",
        string source = DeliverySource.Alarm,
        string? subject = null,
        Scope? scope = null
    )
    {
        var engine = (await EmulatorAsync()).Engine;
        await engine.Store.Write(write =>
            engine.Outbox.Add(
                write,
                scope ?? Home,
                new Delivery
                {
                    Source = source,
                    SourceArn = "arn:alarm",
                    Target = target,
                    OrderingKey = "",
                    Created = Start,
                    Payload = new Utf8Text(Encoding.UTF8.GetBytes(payload)),
                    Subject = subject,
                }
            )
        );
    }

    async Task<(int Status, JsonNode Body)> GetAsync(string query)
    {
        using var answer = await _http.GetAsync(new Uri(_emulator!.Endpoint, $"_emulator/deliveries?{query}"));
        return ((int)answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }

    async Task<int> DeleteAsync(string query)
    {
        using var answer = await _http.DeleteAsync(new Uri(_emulator!.Endpoint, $"_emulator/deliveries{query}"));
        return (int)answer.StatusCode;
    }
}
