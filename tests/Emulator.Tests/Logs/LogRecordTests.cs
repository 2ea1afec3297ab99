using System.Text.Json.Nodes;
using Emulator.Services.Logs.Events;

namespace Emulator.Tests.Logs;

public sealed class LogRecordTests : IAsyncDisposable
{
    readonly LogsWorld _world = new();

    /// <remarks>Discovered fields: user guide, Supported logs and discovered fields; the form of the system fields: API reference.</remarks>
    [Fact]
    public async Task A_record_has_the_message_the_system_fields_and_the_fields_of_its_JSON()
    {
        var pointer = await Put("""{"a":{"b":[1,{"c":"x"}]},"n":null,"t":true,"@id":"y"}""");

        var record = await Get(pointer);

        Assert.Equal(
            new SortedDictionary<string, string>(StringComparer.Ordinal)
            {
                ["@timestamp"] = $"{_world.Now - 1}",
                ["@ingestionTime"] = $"{_world.Now}",
                ["@message"] = """{"a":{"b":[1,{"c":"x"}]},"n":null,"t":true,"@id":"y"}""",
                ["@logStream"] = "s",
                ["@log"] = "111111111111:g",
                ["a.b.0"] = "1",
                ["a.b.1.c"] = "x",
                ["t"] = "true",
                ["@@id"] = "y",
            },
            record
        );
    }

    [Fact]
    public async Task A_pointer_outlives_a_restart_but_not_its_event()
    {
        var pointer = await Put("plain");
        await _world.Restart(clean: true);

        Assert.Equal("plain", (await Get(pointer))["@message"]);

        await _world.Call("DeleteLogGroup", """{"logGroupName":"g"}""");
        Assert.Equal("ResourceNotFoundException: The specified log record does not exist.", await Call(pointer));
    }

    [Fact]
    public async Task A_pointer_leads_nowhere_in_another_region()
    {
        var pointer = await Put("plain");
        _world.Scope = new("111111111111", "eu-west-1");

        Assert.Equal("ResourceNotFoundException: The specified log record does not exist.", await Call(pointer));
    }

    [Fact]
    public async Task Other_text_is_refused() =>
        Assert.Equal(
            "InvalidParameterException: The specified logRecordPointer is invalid.",
            await _world.Call("GetLogRecord", """{"logRecordPointer":"CmEK"}""")
        );

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    async Task<LogRecordPointer> Put(string message)
    {
        var group = await _world.CreateGroup("g", "s");
        var text = JsonValue.Create(message)!.ToJsonString();
        await _world.Call(
            "PutLogEvents",
            $$"""{"logGroupName":"g","logStreamName":"s","logEvents":[{"timestamp":{{_world.Now - 1}},"message":{{text}}}]}"""
        );
        var stored = group.Events.Read(new EventQuery(), CancellationToken.None).Single();
        return new LogRecordPointer(group.Id, stored.Id);
    }

    Task<string> Call(LogRecordPointer pointer) =>
        _world.Call("GetLogRecord", $$"""{"logRecordPointer":"{{pointer}}"}""");

    async Task<SortedDictionary<string, string>> Get(LogRecordPointer pointer) =>
        new(
            JsonNode.Parse(await Call(pointer))!["logRecord"]!
                .AsObject()
                .ToDictionary(field => field.Key, field => field.Value!.GetValue<string>()),
            StringComparer.Ordinal
        );
}
