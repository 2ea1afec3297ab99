using Emulator.Services.Fixtures;
using Emulator.Services.Fixtures.Loading;
using Emulator.Tests.Support;

namespace Emulator.Tests.Fixtures;

/// <summary>What a user is told about a mistake in a world: where it is, and what was expected.</summary>
public sealed class WorldMistakeTests : IAsyncDisposable
{
    readonly Task<TestEmulator> _emulator = TestEmulator.StartAsync();

    [Theory]
    [InlineData("{ \"calls\": [ }", "line 1, column 14: ")]
    [InlineData("{\n  \"cals\": []\n}", "line 2, column 11: \"cals\" is not known here; known are: ")]
    [InlineData("{\n  // a comment\n  \"account\": \"12\"\n}", "line 3, column 14: An account is twelve digits.")]
    [InlineData("{ \"region\": 1, \"region\": 2 }", "line 1, column 16: \"region\" stands here twice.")]
    [InlineData(
        "{ \"curves\": { \"c\": { \"hours\": [1, 2] } } }",
        "line 1, column 31: This must be 24 weights, not all 0."
    )]
    [InlineData(
        "{ \"incidents\": { \"i\": { \"before\": \"2 days\", \"length\": \"PT1H\" } } }",
        "line 1, column 35: '2 days' is not a duration such as PT45M or P2DT1H."
    )]
    [InlineData("{ \"generators\": [ { } ] }", "line 1, column 19: \"name\" is missing here.")]
    [InlineData(
        "{ \"generators\": [ { \"name\": \"g\", \"each\": \"x\", \"as\": \"y\" } ] }",
        "line 1, column 42: There is no table 'x'."
    )]
    [InlineData(
        "{ \"generators\": [ { \"name\": \"g\", \"let\": { \"a\": \"1 +\" } } ] }",
        "line 1, column 48: Expected a number, a text in quotes or a name but found the end of the expression, at character 4 of '1 +'."
    )]
    [InlineData(
        "{ \"generators\": [ { \"name\": \"g\", \"let\": { \"a\": \"u() < b\" } } ] }",
        "line 1, column 48: There is no 'b'; there are arrival, at, minutes, t, at character 7 of 'u() < b'."
    )]
    [InlineData(
        "{ \"generators\": [ { \"name\": \"g\", \"let\": { \"a\": \"twice(1)\" } } ] }",
        "line 1, column 48: There is no function twice with 1 arguments, at character 1 of 'twice(1)'."
    )]
    [InlineData(
        "{ \"generators\": [ { \"name\": \"g\", \"let\": { \"a\": \"during('storm')\" } } ] }",
        "line 1, column 48: There is no incident 'storm', at character 1 of 'during('storm')'."
    )]
    [InlineData(
        "{ \"generators\": [ { \"name\": \"g\", \"publish\": [ { \"namespace\": \"N\", \"unit\": \"USD\", \"metrics\": { \"M\": 1 } } ] } ] }",
        "line 1, column 75: 'USD' is not a unit of CloudWatch."
    )]
    [InlineData("{ \"calls\": [ { \"logs:Invent\": { } } ] }", "line 1, column 14: There is no operation logs:Invent.")]
    [InlineData(
        "{ \"calls\": [ { \"logs:CreateLogGroup\": { \"logGroupName\": \"a b\" } } ] }",
        "line 1, column 14: logs:CreateLogGroup is refused: InvalidParameterException: "
    )]
    public async Task A_mistake_is_told_with_its_place(string world, string message)
    {
        var error = await Assert.ThrowsAsync<FixtureException>(() => LoadAsync(world));

        Assert.StartsWith(message, error.Message);
    }

    [Fact]
    public async Task A_log_group_that_no_call_creates_is_named()
    {
        const string World = """
            {
              "parameters": { "days": 0.01 },
              "generators": [
                {
                  "name": "g",
                  "arrivals": [{ "name": "a", "perMinute": 30 }],
                  "emit": [{ "at": "t", "log": { "group": "/none", "stream": "s", "text": "hello" } }]
                }
              ]
            }
            """;

        var error = await Assert.ThrowsAsync<FixtureException>(() => LoadAsync(World));

        Assert.Equal("There is no log group '/none' in us-east-1; create it in \"calls\".", error.Message);
    }

    [Fact]
    public async Task A_profile_that_does_not_exist_is_named()
    {
        const string World = """{ "parameters": { "days": 1 }, "profiles": { "small": { "days": 0.5 } } }""";

        var error = await Assert.ThrowsAsync<FixtureException>(() =>
            LoadAsync(World, new FixtureOptions { Profile = "huge" })
        );

        Assert.Equal("There is no profile 'huge'; there are: small.", error.Message);
    }

    public async ValueTask DisposeAsync() => await (await _emulator).DisposeAsync();

    async Task LoadAsync(string world, FixtureOptions? options = null) =>
        await (await _emulator).Engine.Fixtures.LoadAsync("world", world, options);
}
