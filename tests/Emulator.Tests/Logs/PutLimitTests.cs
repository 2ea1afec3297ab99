using System.Text;
using System.Text.Json.Nodes;

namespace Emulator.Tests.Logs;

/// <summary>The sizes that PutLogEvents accepts.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutLogEvents.html.</remarks>
public sealed class PutLimitTests : IAsyncDisposable
{
    const int Overhead = 26;
    const int Mebibyte = 1_048_576;

    readonly LogsWorld _world = new();

    [Fact]
    public async Task Takes_ten_thousand_events_of_one_byte() =>
        Assert.StartsWith("""{"nextSequenceToken":""", await Put(Enumerable.Repeat("x", 10_000)));

    [Theory]
    [InlineData(10_001)]
    [InlineData(11_000)]
    public async Task Refuses_more_than_ten_thousand_events(int count)
    {
        var answer = await Put(Enumerable.Repeat("x", count));

        Assert.StartsWith("InvalidParameterException: 1 validation error detected: Value '[InputLogEvent(", answer);
        Assert.EndsWith(
            "' at 'logEvents' failed to satisfy constraint: Member must have length less than or equal to 10000",
            answer
        );
    }

    [Fact]
    public async Task Takes_one_mebibyte_with_26_bytes_for_each_event() =>
        Assert.StartsWith(
            """{"nextSequenceToken":""",
            await Put([new string('x', Mebibyte / 2 - Overhead), new string('x', Mebibyte / 2 - Overhead)])
        );

    [Fact]
    public async Task Refuses_one_byte_more() =>
        Assert.Equal(
            "InvalidParameterException: Upload too large: 1048577 bytes exceeds limit of 1048576",
            await Put([new string('x', Mebibyte / 2 - Overhead), new string('x', Mebibyte / 2 - Overhead + 1)])
        );

    [Fact]
    public async Task Counts_bytes_of_UTF_8() =>
        Assert.Equal(
            "InvalidParameterException: Upload too large: 1048577 bytes exceeds limit of 1048576",
            await Put([new string('よ', Mebibyte / 6), new string('x', Mebibyte / 2 + 3 - 2 * Overhead)])
        );

    [Fact]
    public async Task Refuses_an_event_of_more_than_one_mebibyte() =>
        Assert.Equal(
            "InvalidParameterException: Log event too large: 1048577 bytes exceeds limit of 1048576",
            await Put([new string('x', Mebibyte - Overhead + 1)])
        );

    [Fact]
    public async Task Stores_nothing_of_a_request_that_it_refuses()
    {
        await Put([new string('x', Mebibyte)]);

        var events = await _world.Call("FilterLogEvents", """{"logGroupName":"g"}""");

        Assert.Equal("""{"events":[],"searchedLogStreams":[]}""", events);
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    async Task<string> Put(IEnumerable<string> messages)
    {
        await _world.CreateGroup("g", "s");
        var events = new StringBuilder();
        foreach (var message in messages)
        {
            events.Append(events.Length == 0 ? "" : ",");
            events.Append(new JsonObject { ["timestamp"] = _world.Now, ["message"] = message }.ToJsonString());
        }

        return await _world.Call(
            "PutLogEvents",
            $$"""{"logGroupName":"g","logStreamName":"s","logEvents":[{{events}}]}"""
        );
    }
}
