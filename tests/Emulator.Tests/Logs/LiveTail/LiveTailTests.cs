using System.Text.Json.Nodes;
using Emulator.Protocol;
using Emulator.Protocol.EventStream;

namespace Emulator.Tests.Logs.LiveTail;

/// <summary>https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_StartLiveTail.html and logs.md §16.</summary>
public sealed class LiveTailTests : IAsyncDisposable
{
    readonly LiveTailWorld _tails = new();

    LogsWorld World => _tails.World;

    public ValueTask DisposeAsync() => _tails.DisposeAsync();

    [Fact]
    public async Task A_session_starts_with_what_was_asked_for()
    {
        await World.CreateGroup("g", "s");
        using var tail = await _tails.TailAsync("g", ""","logStreamNames":["s"],"logEventFilterPattern":"x" """);

        var (type, start) = await tail.NextAsync();

        Assert.Equal("sessionStart", type);
        Assert.Matches("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", (string?)start["sessionId"]);
        start["sessionId"] = "id";
        AssertJson(
            $$"""
            {"requestId":"request-1","sessionId":"id","logGroupIdentifiers":["{{LiveTailWorld.Arn("g")}}"],
             "logStreamNames":["s"],"logStreamNamePrefixes":[],"logEventFilterPattern":"x"}
            """,
            start
        );
    }

    [Fact]
    public async Task Each_second_brings_an_update_even_an_empty_one()
    {
        await World.CreateGroup("g", "s");
        using var tail = await StartedAsync("g");

        AssertJson("""{"sessionMetadata":{"sampled":false},"sessionResults":[]}""", await tail.UpdateAsync());
        await _tails.PutAsync("g", "s", "hello");
        AssertJson(
            $$"""
            {"sessionMetadata":{"sampled":false},"sessionResults":[{"logStreamName":"s",
             "logGroupIdentifier":"111111111111:g","message":"hello","timestamp":{{World.Now}},"ingestionTime":{{World.Now}}}]}
            """,
            await tail.UpdateAsync()
        );
        Assert.Equal("", await tail.MessagesAsync());
    }

    [Fact]
    public async Task Updates_are_one_second_of_the_machines_time_apart()
    {
        await World.CreateGroup("g", "s");
        using var tail = await StartedAsync("g");
        var before = _tails.Machine.GetUtcNow();

        await tail.UpdateAsync();
        await tail.UpdateAsync();

        Assert.Equal(TimeSpan.FromSeconds(2), _tails.Machine.GetUtcNow() - before);
    }

    [Theory]
    [InlineData("", "a1 b1 a2")]
    [InlineData(""","logStreamNames":["a"] """, "a1 a2")]
    [InlineData(""","logStreamNamePrefixes":["b","c"] """, "b1")]
    [InlineData(""","logEventFilterPattern":"%1$%" """, "a1 b1")]
    [InlineData(""","logStreamNames":["a"],"logEventFilterPattern":"a2" """, "a2")]
    public async Task A_session_shows_what_was_asked_for(string more, string expected)
    {
        await World.CreateGroup("g", "a", "b");
        await World.CreateGroup("other", "a");
        using var tail = await StartedAsync("g", more);

        await _tails.PutAsync("g", "a", "a1");
        await _tails.PutAsync("g", "b", "b1");
        await _tails.PutAsync("g", "a", "a2");
        await _tails.PutAsync("other", "a", "no1");

        Assert.Equal(expected, await tail.MessagesAsync());
    }

    [Fact]
    public async Task A_session_shows_several_groups()
    {
        await World.CreateGroup("g", "s");
        await World.CreateGroup("h", "s");
        using var tail = await _tails.StartAsync(
            $$"""{"logGroupIdentifiers":["{{LiveTailWorld.Arn("g")}}","{{LiveTailWorld.Arn("h")}}"]}"""
        );
        await tail.NextAsync();

        await _tails.PutAsync("g", "s", "1");
        await _tails.PutAsync("h", "s", "2");

        Assert.Equal("1 2", await tail.MessagesAsync());
    }

    /// <summary>Live Tail shows data always masked: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/mask-sensitive-log-data.html.</summary>
    [Fact]
    public async Task Sensitive_data_is_masked()
    {
        await World.CreateGroup("g", "s");
        var policy = new JsonObject
        {
            ["Version"] = "2021-06-01",
            ["Statement"] = new JsonArray(
                Statement("Audit", new JsonObject { ["FindingsDestination"] = new JsonObject() }),
                Statement("Deidentify", new JsonObject { ["MaskConfig"] = new JsonObject() })
            ),
        };
        await World.Call(
            "PutDataProtectionPolicy",
            new JsonObject { ["logGroupIdentifier"] = "g", ["policyDocument"] = policy.ToJsonString() }.ToJsonString()
        );
        using var tail = await StartedAsync("g");

        await _tails.PutAsync("g", "s", "to a@example.com");

        Assert.Equal("to *************", await tail.MessagesAsync());

        static JsonObject Statement(string operation, JsonObject content) =>
            new()
            {
                ["DataIdentifier"] = new JsonArray("arn:aws:dataprotection::aws:data-identifier/EmailAddress"),
                ["Operation"] = new JsonObject { [operation] = content },
            };
    }

    [Fact]
    public async Task A_group_that_is_created_again_is_still_meant()
    {
        await World.CreateGroup("g", "s");
        using var tail = await StartedAsync("g");

        await World.Call("DeleteLogGroup", """{"logGroupName":"g"}""");
        await World.CreateGroup("g", "s");
        await _tails.PutAsync("g", "s", "again");

        Assert.Equal("again", await tail.MessagesAsync());
    }

    /// <summary>logs.md case 140: an update holds 500 events.</summary>
    [Fact]
    public async Task More_than_500_events_in_a_second_are_sampled()
    {
        await World.CreateGroup("g", "s");
        using var tail = await StartedAsync("g");

        await _tails.PutAsync("g", "s", Enumerable.Range(0, 500).Select(i => $"{i}"));
        var whole = await tail.UpdateAsync();
        await _tails.PutAsync("g", "s", Enumerable.Range(0, 600).Select(i => $"{i}"));
        var sample = await tail.UpdateAsync();

        Assert.Equal((false, 500), (IsSampled(whole), Count(whole)));
        Assert.Equal((true, 500), (IsSampled(sample), Count(sample)));
    }

    [Fact]
    public async Task A_caller_that_does_not_read_loses_the_oldest()
    {
        await World.CreateGroup("g", "s");
        using var tail = await StartedAsync("g");

        await _tails.PutAsync("g", "s", Enumerable.Repeat("old", 5000));
        await _tails.PutAsync("g", "s", Enumerable.Repeat("new", 5000));
        var update = await tail.UpdateAsync();

        Assert.Equal((true, 500), (IsSampled(update), Count(update)));
        Assert.All(update["sessionResults"]!.AsArray(), result => Assert.Equal("new", (string?)result!["message"]));
    }

    /// <summary>A message of an event stream ends at 24 MiB: https://smithy.io/2.0/aws/amazon-eventstream.html.</summary>
    [Fact]
    public async Task Large_events_are_sampled_so_that_an_update_can_be_sent()
    {
        await World.CreateGroup("g", "s");
        using var tail = await StartedAsync("g");

        for (var i = 0; i < 5; i++)
        {
            await _tails.PutAsync("g", "s", new string('x', 1_000_000));
        }

        var update = await tail.UpdateAsync();

        // In JSON a character may become six: 3 MB of messages are 18 MB at most.
        Assert.Equal((true, 3), (IsSampled(update), Count(update)));
    }

    /// <summary>The three hours are the emulator's, so that a test can reach their end.</summary>
    [Fact]
    public async Task A_session_times_out_after_three_hours()
    {
        await World.CreateGroup("g", "s");
        using var tail = await StartedAsync("g");

        await World.Advance(TimeSpan.FromHours(3) - TimeSpan.FromMilliseconds(1));
        await tail.UpdateAsync();
        await World.Advance(TimeSpan.FromMilliseconds(1));

        var end = await Assert.ThrowsAsync<EventStreamException>(tail.NextAsync);
        Assert.Equal("SessionTimeoutException", end.Type);
    }

    [Fact]
    public async Task A_session_ends_with_the_engine()
    {
        await World.CreateGroup("g", "s");
        using var tail = await StartedAsync("g");

        World.Engine.LogFeed.Close();

        var end = await Assert.ThrowsAsync<EventStreamException>(tail.NextAsync);
        Assert.Equal("SessionStreamingException", end.Type);
    }

    /// <summary>CloudWatch Logs quotas: 15 sessions.</summary>
    [Fact]
    public async Task The_sixteenth_session_is_one_too_many()
    {
        await World.CreateGroup("g", "s");
        var tails = new List<Tail>();
        for (var i = 0; i < 15; i++)
        {
            tails.Add(await _tails.TailAsync("g"));
        }

        var error = await Assert.ThrowsAsync<AwsException>(() => _tails.TailAsync("g"));
        Assert.Equal("LimitExceededException", error.Code);

        tails.ForEach(tail => tail.Dispose());
        Assert.Empty(World.Engine.LogFeed.Sessions);
        using var another = await _tails.TailAsync("g");
    }

    async Task<Tail> StartedAsync(string group, string more = "")
    {
        var tail = await _tails.TailAsync(group, more);
        await tail.NextAsync();
        return tail;
    }

    static bool IsSampled(JsonNode update) => (bool)update["sessionMetadata"]!["sampled"]!;

    static int Count(JsonNode update) => update["sessionResults"]!.AsArray().Count;

    static void AssertJson(string expected, JsonNode actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), actual.ToJsonString());
}
