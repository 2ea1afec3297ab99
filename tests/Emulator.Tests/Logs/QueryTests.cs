using System.Text.Json.Nodes;
using Emulator.Protocol.Shapes;
using Emulator.Services;
using Emulator.Services.Logs.Queries;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Tests.Logs;

/// <summary>What happens to queries that wait or run.</summary>
public sealed class QueryTests : IAsyncDisposable
{
    static readonly EngineOptions NeverRuns = new()
    {
        Seed = 1,
        QueriesAtOnce = 0,
        QueryPatience = TimeSpan.Zero,
    };

    readonly LogsWorld _world = new(options: NeverRuns);

    [Fact]
    public async Task A_query_waits_for_its_turn_and_can_be_stopped()
    {
        var id = await Start();

        Assert.Equal("Scheduled", (string?)(await Results(id))["status"]);
        Assert.Equal("""{"success":true}""", await _world.Call("StopQuery", $$"""{"queryId":"{{id}}"}"""));
        var stopped = await Results(id);
        Assert.Equal(("Cancelled", 0), ((string?)stopped["status"], stopped["results"]!.AsArray().Count));
        Assert.StartsWith("InvalidParameterException: ", await _world.Call("StopQuery", $$"""{"queryId":"{{id}}"}"""));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_query_that_had_not_ended_runs_anew_after_a_restart(bool clean)
    {
        var id = await Start();
        _world.Options = new EngineOptions { Seed = 2, QueryPatience = TimeSpan.FromMinutes(1) };

        await _world.Restart(clean);

        var results = await Results(id);
        Assert.Equal("Complete", (string?)results["status"]);
        Assert.Equal("1", (string?)results["results"]![0]![0]!["value"]);
    }

    [Fact]
    public async Task A_hundred_queries_run_at_a_time()
    {
        for (var i = 0; i < 99; i++)
        {
            await Start();
        }

        var last = await Start();
        Assert.StartsWith("LimitExceededException: ", await Call());

        await _world.Call("StopQuery", $$"""{"queryId":"{{last}}"}""");
        Assert.StartsWith("{", await Call());
    }

    [Fact]
    public async Task A_reset_forgets_queries_and_ends_those_that_run()
    {
        var id = await Start();
        var query = _world.Logs.State.Queries.Require(id, _world.Now);

        await new StateControl(_world.Engine).ResetAsync();

        Assert.True(query.IsEnded && query.Cancelled.IsCancellationRequested);
        Assert.Equal(
            "ResourceNotFoundException: The specified query does not exist.",
            await _world.Call("GetQueryResults", $$"""{"queryId":"{{id}}"}""")
        );
    }

    [Fact]
    public void Results_have_the_form_of_the_format()
    {
        // docs/formats/query-results.md. The document is bf 64 rows 9f 9f bf 65 field 61 a 65 value 61 b ff ff ff ff, compressed by zlib.
        var body = Convert.FromHexString("01DB9F52945F5E3C7FFEFED4B4CCD49C94C4C4D4B2C49CD2D4C4A4FF400000");
        var results = new QueryResults
        {
            Rows =
            [
                [new ResultField { Field = "a", Value = new Utf8Text("b") }],
            ],
        };

        Assert.Equal("a=b", Print(QueryResults.Decode(body)));
        Assert.Equal("a=b", Print(QueryResults.Decode(results.Encode(out var decodedBytes))));
        Assert.Equal(29, decodedBytes);
        Assert.Throws<InvalidDataException>(() => QueryResults.Decode([2]));
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    static string Print(QueryResults results) =>
        string.Join(';', results.Rows.SelectMany(row => row).Select(field => $"{field.Field}={field.Value}"));

    async Task<string> Start()
    {
        if (_world.Logs.Groups.Find("g") is null)
        {
            await _world.CreateGroup("g", "s");
            await _world.Call(
                "PutLogEvents",
                $$"""{"logGroupName":"g","logStreamName":"s","logEvents":[{"timestamp":{{_world.Now}},"message":"m"}]}"""
            );
        }

        return (string)JsonNode.Parse(await Call())!["queryId"]!;
    }

    Task<string> Call() =>
        _world.Call(
            "StartQuery",
            $$"""{"logGroupName":"g","startTime":0,"endTime":{{_world.Now}},"queryString":"stats count(*)"}"""
        );

    async Task<JsonNode> Results(string id) =>
        JsonNode.Parse(await _world.Call("GetQueryResults", $$"""{"queryId":"{{id}}"}"""))!;
}
