using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;
using Emulator.Protocol.EventStream;
using Emulator.Protocol.Json;
using Emulator.Services.Logs;
using Emulator.Tests.Services.Deliveries;

namespace Emulator.Tests.Logs.LiveTail;

/// <summary>CloudWatch Logs with the emulated clock standing still, on a machine whose time is moved by hand.</summary>
sealed class LiveTailWorld : IAsyncDisposable
{
    public MachineTime Machine { get; } = new();

    public LogsWorld World { get; }

    public LiveTailWorld() => World = new LogsWorld(Machine);

    public static string Arn(string group) => $"arn:aws:logs:us-east-1:111111111111:log-group:{group}";

    /// <summary>Calls StartLiveTail.</summary>
    /// <param name="input">JSON.</param>
    public async Task<Tail> StartAsync(string input)
    {
        var reader = new JsonShapeReader(Encoding.UTF8.GetBytes(input));
        var answer = await LogsOperations.Find("StartLiveTail")!.Invoke(reader, World.Logs, CancellationToken.None);
        return new Tail((EventStream)answer, Machine);
    }

    /// <summary>Listens to a log group.</summary>
    public Task<Tail> TailAsync(string group, string more = "") =>
        StartAsync($$"""{"logGroupIdentifiers":["{{Arn(group)}}"]{{more}}}""");

    public Task PutAsync(string group, string stream, params IEnumerable<string> messages) =>
        World.Call(
            "PutLogEvents",
            new JsonObject
            {
                ["logGroupName"] = group,
                ["logStreamName"] = stream,
                ["logEvents"] = new JsonArray([
                    .. messages.Select(message => new JsonObject { ["timestamp"] = World.Now, ["message"] = message }),
                ]),
            }.ToJsonString()
        );

    public ValueTask DisposeAsync() => World.DisposeAsync();
}

/// <summary>The caller's side of a session.</summary>
sealed class Tail(EventStream stream, MachineTime machine) : IDisposable
{
    readonly IAsyncEnumerator<StreamEvent> _events = stream.Events.GetAsyncEnumerator(
        TestContext.Current.CancellationToken
    );

    /// <summary>The next event of the stream, after a second has passed unless it is the first.</summary>
    public async Task<(string Type, JsonNode Content)> NextAsync()
    {
        var next = _events.MoveNextAsync();
        if (!next.IsCompleted)
        {
            machine.Advance(await machine.NextWaitAsync());
        }

        Assert.True(await next);
        var json = new ArrayBufferWriter<byte>();
        _events.Current.Content.Write(new JsonShapeWriter(json));
        return (_events.Current.Type, JsonNode.Parse(json.WrittenSpan)!);
    }

    /// <summary>The next update, of a session that has started.</summary>
    public async Task<JsonNode> UpdateAsync()
    {
        var (type, content) = await NextAsync();
        Assert.Equal("sessionUpdate", type);
        return content;
    }

    /// <summary>The messages of the next update.</summary>
    public async Task<string> MessagesAsync() =>
        string.Join(
            ' ',
            (await UpdateAsync())["sessionResults"]!.AsArray().Select(result => (string)result!["message"]!)
        );

    public void Dispose() => stream.Dispose();
}
