using System.Globalization;
using Emulator.Services;
using Emulator.Services.Fixtures;
using Emulator.Services.Fixtures.Loading;
using Microsoft.AspNetCore.Http;

namespace Emulator.Server.Control;

/// <summary><c>/_emulator/fixtures</c>: worlds with generated data.</summary>
static class FixtureRoutes
{
    public static IEnumerable<ControlRoute> Routes(EngineSlot engine) =>
        [
            new("GET", "/fixtures", http => ListAsync(http, engine.Current)),
            new("POST", "/fixtures", http => LoadAsync(http, engine.Current)),
        ];

    static Task ListAsync(HttpContext http, EmulatorEngine engine) =>
        ControlJson.WriteAsync(
            http.Response,
            new FixtureList(FixtureLibrary.Names, engine.Fixtures.Loaded),
            ControlJson.Wire.FixtureList
        );

    static async Task LoadAsync(HttpContext http, EmulatorEngine engine)
    {
        var query = http.Request.Query;
        foreach (var key in query.Keys)
        {
            if (key is not ("name" or "profile" or "seed" or "account" or "live"))
            {
                throw Invalid($"There is no parameter '{key}'; there are name, profile, seed, account and live.");
            }
        }

        var name =
            Text("name") ?? throw Invalid("Give the parameter name: a fixture's, or what your own is to be called.");
        var options = new FixtureOptions
        {
            Profile = Text("profile"),
            Seed = Text("seed") is { } seed ? SeedOf(seed) : null,
            Account = Text("account") is { } account ? AccountOf(account) : null,
            Live =
                Text("live") is { } live
                && (bool.TryParse(live, out var isLive) ? isLive : throw Invalid("live is true or false.")),
        };
        using var reader = new StreamReader(http.Request.Body);
        var world = await reader.ReadToEndAsync(http.RequestAborted);
        if (world.Length == 0)
        {
            world =
                FixtureLibrary.Find(name)
                ?? throw Invalid(
                    $"There is no fixture '{name}'; there are {string.Join(", ", FixtureLibrary.Names)}. Your own goes into the body."
                );
        }

        try
        {
            var loaded = await engine.Fixtures.LoadAsync(name, world, options, http.RequestAborted);
            await ControlJson.WriteAsync(http.Response, loaded, ControlJson.Wire.FixtureSummary);
        }
        catch (FixtureException error)
        {
            throw Invalid(error.Message);
        }

        string? Text(string parameter) => query[parameter].ToString() is { Length: > 0 } text ? text : null;
    }

    static ulong SeedOf(string text) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed)
            ? seed
            : throw Invalid("seed is a whole number.");

    static string AccountOf(string text) =>
        text.Length == 12 && text.All(char.IsAsciiDigit) ? text : throw Invalid("account is twelve digits.");

    static ControlException Invalid(string message) => new("InvalidFixture", message);
}

/// <summary>The worlds that there are, and those that have been loaded.</summary>
sealed record FixtureList(IReadOnlyList<string> Available, IReadOnlyList<FixtureSummary> Loaded);
