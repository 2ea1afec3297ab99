using Emulator.Services.Fixtures.Worlds;

namespace Emulator.Tests.Fixtures;

/// <summary>What generators make of their descriptions.</summary>
public class GeneratorTests
{
    static readonly DateTimeOffset Anchor = new(2026, 3, 18, 17, 30, 0, TimeSpan.Zero);

    [Fact]
    public void What_an_arrival_draws_does_not_depend_on_why_it_is_there()
    {
        var below = Run(
            """
            {
              "name": "g",
              "arrivals": [{ "name": "rare", "perMinute": 1 }],
              "let": { "first": "u()" },
              "totals": { "all": {}, "below": {} },
              "emit": [{ "at": "t", "add": { "all": 1, "below": "first < 0.5" } }]
            }
            """
        );

        Assert.InRange(below["below"] / below["all"], 0.4, 0.6);
    }

    [Fact]
    public void A_rate_is_kept_on_average_also_when_it_is_higher_than_one_a_second()
    {
        var totals = Run(
            """
            {
              "name": "g",
              "arrivals": [{ "name": "many", "perMinute": 300 }],
              "totals": { "all": {} },
              "emit": [{ "at": "t", "add": { "all": 1 } }]
            }
            """
        );

        Assert.InRange(totals["all"] / 1440, 290, 310);
    }

    [Fact]
    public void Whoever_finds_a_free_server_does_not_wait_and_the_others_are_served_abandon_or_are_refused()
    {
        // Three come at once to one server with one place to wait, and stay for a minute; the second has no patience for that.
        var totals = Run(
            """
            {
              "name": "g",
              "totals": { "served": {}, "refused": {}, "abandoned": {}, "waited": {} },
              "stations": { "each": "desks", "as": "desk", "servers": 1, "places": 1 },
              "arrivals": [
                { "name": "first", "at": "anchor - 3600000" },
                { "name": "second", "at": "anchor - 3600000 + 1000" },
                { "name": "third", "at": "anchor - 3600000 + 2000" },
                { "name": "fourth", "at": "anchor - 3600000 + 40000" }
              ],
              "queue": {
                "at": "t", "row": "row(desks, 0)", "service": 60000, "patience": "arrival == 'second' ? 30000 : 300000",
                "served": [{ "at": "t + waited", "add": { "served": 1, "waited": "waited" } }],
                "refused": [{ "at": "t", "add": { "refused": 1 } }],
                "abandoned": [{ "at": "t + waited", "add": { "abandoned": 1 } }]
              }
            }
            """
        );

        Assert.Equal((2, 1, 1, 20_000), (totals["served"], totals["refused"], totals["abandoned"], totals["waited"]));
    }

    static Dictionary<string, double> Run(string generator)
    {
        var world = World.Read(
            $$"""{ "parameters": { "days": 1 }, "tables": { "desks": [{ "name": "one" }] }, "generators": [{{generator}}] }""",
            new WorldRequest(42, Anchor)
        );
        var only = Assert.Single(world.Generators);
        only.RunToEnd(static _ => { });
        return only.Levels.ToDictionary(level => level.Name, level => level.Level);
    }
}
