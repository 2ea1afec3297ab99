using System.Globalization;
using System.Text.Json.Nodes;
using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Operations.LogEvents;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Tests.Logs;

/// <summary>More than fits into one head, one page, one answer.</summary>
public sealed class LogVolumeTests : IAsyncDisposable
{
    readonly LogsWorld _world = new();

    [Fact]
    public async Task Forty_thousand_events_of_two_streams_come_back_in_order_from_heads_and_blocks()
    {
        await _world.CreateGroup("g", "s0", "s1");
        for (var batch = 0; batch < 40; batch++)
        {
            await Put($"s{batch % 2}", batch * 1000, 1000);
        }

        Assert.Equal(Enumerable.Range(0, 40_000), await ReadAll());
        await _world.Restart(clean: true);
        Assert.Equal(Enumerable.Range(0, 40_000), await ReadAll());
    }

    [Fact]
    public async Task A_page_holds_one_mebibyte()
    {
        await _world.CreateGroup("g", "s0");
        for (var i = 0; i < 3; i++)
        {
            await Put("s0", i, 1, new string('x', 400_000));
        }

        var first = Filter(null);
        var second = Filter(first.NextToken);

        Assert.Equal((2, 1, (string?)null), (first.Events.Count, second.Events.Count, second.NextToken));
    }

    [Fact]
    public async Task Ten_thousand_streams_are_listed_by_name_without_loss_or_repetition()
    {
        var names = await CreateStreams(10_000);

        Assert.Equal(names, await ListStreams(""" "orderBy":"LogStreamName" """));
        Assert.Equal(names.Reverse(), await ListStreams(""" "descending":true """));
        Assert.Equal(names[1000..2000], await ListStreams(""" "logStreamNamePrefix":"01" """));
        Assert.Equal(
            names[1000..2000].Reverse(),
            await ListStreams(""" "logStreamNamePrefix":"01","descending":true """)
        );
    }

    [Fact]
    public async Task A_thousand_streams_are_listed_by_their_last_event_those_without_as_the_oldest()
    {
        var names = await CreateStreams(1_000);
        await Put(names[471], 2, 1);
        await Put(names[12], 1, 1);
        string[] silent = [.. names.Except([names[12], names[471]])];

        Assert.Equal([.. silent, names[12], names[471]], await ListStreams(""" "orderBy":"LastEventTime" """));
        Assert.Equal(
            [names[471], names[12], .. silent.Reverse()],
            await ListStreams(""" "orderBy":"LastEventTime","descending":true """)
        );
    }

    [Fact]
    public async Task A_resource_has_fifty_tags()
    {
        await _world.CreateGroup("g");
        var tags = (int first, int count) =>
            new JsonObject(
                Enumerable
                    .Range(first, count)
                    .Select(i => KeyValuePair.Create($"k{i}", (JsonNode?)JsonValue.Create("v")))
            ).ToJsonString();

        Assert.Equal("{}", await _world.Call("TagLogGroup", $$"""{"logGroupName":"g","tags":{{tags(0, 50)}}}"""));
        Assert.Equal("{}", await _world.Call("TagLogGroup", $$"""{"logGroupName":"g","tags":{{tags(10, 5)}}}"""));
        Assert.StartsWith(
            "TooManyTagsException: ",
            await _world.Call("TagLogGroup", $$"""{"logGroupName":"g","tags":{{tags(50, 1)}}}""")
        );
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    async Task Put(string stream, int first, int count, string padding = "") =>
        await PutLogEvents.Handle(
            new PutLogEvents.Request
            {
                LogGroupName = "g",
                LogStreamName = stream,
                LogEvents =
                [
                    .. Enumerable
                        .Range(first, count)
                        .Select(i => new InputLogEvent
                        {
                            Timestamp = _world.Now + i - 60_000,
                            Message = new Utf8Text(string.Create(CultureInfo.InvariantCulture, $"{i}{padding}")),
                        }),
                ],
            },
            _world.Logs,
            TestContext.Current.CancellationToken
        );

    FilterLogEvents.Response Filter(string? token) =>
        FilterLogEvents.Handle(
            new FilterLogEvents.Request { LogGroupName = "g", NextToken = token },
            _world.Logs,
            TestContext.Current.CancellationToken
        );

    async Task<List<int>> ReadAll()
    {
        var read = new List<int>();
        string? token = null;
        do
        {
            var page = Filter(token);
            read.AddRange(page.Events.Select(one => int.Parse(one.Message.ToString()!, CultureInfo.InvariantCulture)));
            token = page.NextToken;
        } while (token is not null);

        return read;
    }

    async Task<string[]> CreateStreams(int count)
    {
        var names = Enumerable.Range(0, count).Select(i => i.ToString("D5", CultureInfo.InvariantCulture)).ToArray();
        await _world.CreateGroup("g", names);
        return names;
    }

    async Task<List<string>> ListStreams(string parameters)
    {
        var names = new List<string>();
        string? token = null;
        do
        {
            var next = token is null ? "" : $",\"nextToken\":\"{token}\"";
            var page = JsonNode.Parse(
                await _world.Call("DescribeLogStreams", $$"""{"logGroupName":"g",{{parameters}}{{next}}}""")
            )!;
            names.AddRange(page["logStreams"]!.AsArray().Select(stream => (string)stream!["logStreamName"]!));
            token = (string?)page["nextToken"];
        } while (token is not null);

        return names;
    }
}
