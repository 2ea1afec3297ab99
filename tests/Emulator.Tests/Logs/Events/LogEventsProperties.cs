using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace Emulator.Tests.Logs.Events;

/// <summary>Whatever happens to events, readers see what a plain list would show.</summary>
public class LogEventsProperties
{
    const int Streams = 4;

    static readonly Gen<Step> Put =
        from stream in Gen.Choose(0, Streams - 1)
        from lags in Gen.Choose(0, 50).NonEmptyListOf()
        from text in Gen.Elements("needle", "no", "ed", "le needle", "☃ needl")
        select (Step)new Step.Put(stream, [.. lags.OrderDescending()], text);

    static readonly Gen<Step> Steps = Gen.Frequency(
        (12, Put),
        (2, Gen.Constant<Step>(new Step.Seal())),
        (1, Gen.Elements<Step>(new Step.Restart(true), new Step.Restart(false))),
        (2, Gen.Choose(0, 20).Select(Step (ms) => new Step.Advance(ms))),
        (1, Gen.Choose(0, Streams - 1).Select(Step (stream) => new Step.DeleteStream(stream)))
    );

    [Fact]
    public void Forwards_and_backwards_pages_lose_and_repeat_nothing() =>
        Check(
            async (world, model) =>
            {
                Assert.Equal(model, await Filter(world, """ "limit":7 """));
                Assert.Equal(
                    Enumerable.Reverse(model),
                    await Filter(world, """ "limit":7,"startFromHead":false,"startTime":1704067200000 """)
                );
            }
        );

    [Fact]
    public void A_term_finds_what_holds_it() =>
        Check(
            async (world, model) =>
            {
                var expected = model.Where(one => one.Message.Contains("needle")).ToList();

                Assert.Equal(expected, await Filter(world, """ "limit":3,"filterPattern":"needle" """));
                Assert.Equal(
                    Enumerable.Reverse(expected),
                    await Filter(
                        world,
                        """ "limit":3,"filterPattern":"needle","startFromHead":false,"startTime":1704067200000 """
                    )
                );
            }
        );

    [Fact]
    public void A_stream_is_read_forwards_and_backwards() =>
        Check(
            async (world, model) =>
            {
                for (var stream = 0; stream < Streams; stream++)
                {
                    var expected = model.Where(one => one.Stream == Name(stream)).Select(one => one.Message).ToList();

                    Assert.Equal(expected, await Walk(world, stream, "nextForwardToken", """ "startFromHead":true """));
                    Assert.Equal(
                        expected,
                        await Walk(world, stream, "nextBackwardToken", """ "startFromHead":false """)
                    );
                }
            }
        );

    [Fact]
    public void A_range_of_time_holds_what_is_in_it() =>
        Check(
            async (world, model) =>
            {
                var (from, to) = (world.Now - 30, world.Now - 5);
                var expected = model.Where(one => one.Time >= from && one.Time <= to).ToList();

                Assert.Equal(expected, await Filter(world, $""" "startTime":{from},"endTime":{to} """));
            }
        );

    [Fact]
    public void Stored_bytes_are_those_of_the_events_that_are_there() =>
        Check(
            async (world, model) =>
            {
                var groups = JsonNode.Parse(await world.Call("DescribeLogGroups", "{}"))!["logGroups"]!;

                Assert.Equal(
                    model.Sum(one => System.Text.Encoding.UTF8.GetByteCount(one.Message) + 26),
                    (long)groups[0]!["storedBytes"]!
                );
            }
        );

    static void Check(Func<LogsWorld, List<Event>, Task> check) =>
        Prop.ForAll(
                Steps.ListOf().ToArbitrary(),
                steps =>
                {
                    Play(steps, check).GetAwaiter().GetResult();
                    return true;
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(100).WithQuietOnSuccess(true).WithReplay(2026, 9));

    static async Task Play(IReadOnlyList<Step> steps, Func<LogsWorld, List<Event>, Task> check)
    {
        await using var world = new LogsWorld();
        await world.CreateGroup("g", [.. Enumerable.Range(0, Streams).Select(Name)]);
        var model = new List<(long Ingestion, int Order, Event Event)>();

        foreach (var step in steps)
        {
            switch (step)
            {
                case Step.Put(var stream, var lags, var text):
                    var events = lags.Select(
                            (lag, i) => new Event(Name(stream), world.Now - lag, $"{model.Count + i} {text}")
                        )
                        .ToList();
                    await PutEvents(world, stream, events);
                    model.AddRange(events.Select(one => (world.Now, model.Count, one)));
                    break;
                case Step.Seal:
                    await world.Engine.Sealer.SealAllAsync();
                    break;
                case Step.Restart(var clean):
                    await world.Restart(clean);
                    break;
                case Step.Advance(var milliseconds):
                    await world.Advance(TimeSpan.FromMilliseconds(milliseconds));
                    break;
                case Step.DeleteStream(var stream):
                    var names = $$"""{"logGroupName":"g","logStreamName":"{{Name(stream)}}"}""";
                    await world.Call("DeleteLogStream", names);
                    await world.Call("CreateLogStream", names);
                    model.RemoveAll(one => one.Event.Stream == Name(stream));
                    break;
            }
        }

        var ordered = model.OrderBy(one => one.Event.Time).ThenBy(one => one.Ingestion).Select(one => one.Event);
        await check(world, [.. ordered]);
    }

    static async Task PutEvents(LogsWorld world, int stream, IEnumerable<Event> events)
    {
        var input = events.Select(one => new JsonObject { ["timestamp"] = one.Time, ["message"] = one.Message });
        var answer = await world.Call(
            "PutLogEvents",
            $$"""{"logGroupName":"g","logStreamName":"{{Name(stream)}}","logEvents":{{JsonSerializer.Serialize(input)}}}"""
        );
        Assert.StartsWith("""{"nextSequenceToken":""", answer);
    }

    static async Task<List<Event>> Filter(LogsWorld world, string parameters)
    {
        var found = new List<Event>();
        JsonNode? token = null;
        do
        {
            var next = token is null ? "" : $",\"nextToken\":{token.ToJsonString()}";
            var page = JsonNode.Parse(
                await world.Call("FilterLogEvents", $$"""{"logGroupName":"g",{{parameters}}{{next}}}""")
            )!;
            found.AddRange(
                page["events"]!
                    .AsArray()
                    .Select(one => new Event(
                        (string)one!["logStreamName"]!,
                        (long)one["timestamp"]!,
                        (string)one["message"]!
                    ))
            );
            token = page["nextToken"];
        } while (token is not null);

        return found;
    }

    static async Task<List<string>> Walk(LogsWorld world, int stream, string tokenName, string parameters)
    {
        var pages = new List<List<string>>();
        string? token = null;
        string? before;
        do
        {
            before = token;
            var next = token is null ? "" : $",\"nextToken\":\"{token}\"";
            var page = JsonNode.Parse(
                await world.Call(
                    "GetLogEvents",
                    $$"""{"logGroupName":"g","logStreamName":"{{Name(stream)}}","limit":3,{{parameters}}{{next}}}"""
                )
            )!;
            pages.Add([.. page["events"]!.AsArray().Select(one => (string)one!["message"]!)]);
            token = (string)page[tokenName]!;
        } while (token != before);

        if (tokenName == "nextBackwardToken")
        {
            pages.Reverse();
        }

        return [.. pages.SelectMany(page => page)];
    }

    static string Name(int stream) => string.Create(CultureInfo.InvariantCulture, $"s{stream}");

    abstract record Step
    {
        public sealed record Put(int Stream, int[] Lags, string Text) : Step;

        public sealed record Seal : Step;

        public sealed record Restart(bool Clean) : Step;

        public sealed record Advance(int Milliseconds) : Step;

        public sealed record DeleteStream(int Stream) : Step;
    }

    sealed record Event(string Stream, long Time, string Message);
}
