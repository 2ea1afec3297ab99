using Emulator.Services.Fixtures.Documents;
using Emulator.Services.Fixtures.Expressions;
using Emulator.Services.Fixtures.Generation;

namespace Emulator.Services.Fixtures.Worlds;

/// <summary>A fixture, read and compiled for one seed and one anchor: calls, and generators that have not run yet.</summary>
/// <remarks>docs/fixtures.md describes the format.</remarks>
sealed class World
{
    const double DefaultDays = 14;
    const string DaysParameter = "days";

    readonly FixtureNode _root;

    World(FixtureNode root, WorldSetting setting)
    {
        _root = root;
        Setting = setting;
        Symbols = new Symbols(setting);
        Retention = ReadRetention(root.Find("retention"));
        Calls = [.. Items("calls").Select(call => new FixtureCall(call, Symbols))];
        Generators =
        [
            .. Items("generators")
                .SelectMany(node => GeneratorPlan.ReadAll(node, setting))
                .Select(plan => new Generator(plan)),
        ];
    }

    public WorldSetting Setting { get; }

    public Symbols Symbols { get; }

    /// <summary>How long the metrics of some namespaces are kept.</summary>
    public IReadOnlyDictionary<string, TimeSpan> Retention { get; }

    /// <summary>What is called before the data is made.</summary>
    public IReadOnlyList<FixtureCall> Calls { get; }

    public IReadOnlyList<Generator> Generators { get; }

    /// <exception cref="FixtureException">The text is no world, or has no such profile.</exception>
    public static World Read(string text, WorldRequest request)
    {
        var root = FixtureNodeReader.Read(text);
        root.RequireObject(
            "$schema",
            "description",
            "account",
            "region",
            "parameters",
            "profiles",
            "retention",
            "curves",
            "tables",
            "incidents",
            "calls",
            "generators",
            "alarms"
        );
        var parameters = Parameters(root, request.Profile);
        var anchor = new DateTimeOffset(
            request.Anchor.Ticks - request.Anchor.Ticks % TimeSpan.TicksPerMinute,
            TimeSpan.Zero
        );
        var days = parameters.GetValueOrDefault(DaysParameter, Value.Of(DefaultDays));
        return new World(
            root,
            new WorldSetting
            {
                Account = request.Account ?? AccountOf(root),
                Region = root.Find("region")?.RequireText() ?? "us-east-1",
                Seed = request.Seed,
                Anchor = anchor,
                Start = anchor - TimeSpan.FromMinutes(Math.Floor(days.Number * 24 * 60)),
                Parameters = parameters,
                Curves = Named(root, "curves", (name, node) => Curve.Read(name, node, request.Seed)),
                Tables = Named(root, "tables", (_, node) => Table.Read(node)),
                Incidents = Named(root, "incidents", (_, node) => Incident.Read(node, anchor)),
            }
        );
    }

    /// <summary>The account that a world is loaded into unless told otherwise.</summary>
    /// <exception cref="FixtureException">The text is no world.</exception>
    public static string AccountOf(string text) => AccountOf(FixtureNodeReader.Read(text));

    /// <summary>How long the metrics of some namespaces are kept, according to a world.</summary>
    /// <exception cref="FixtureException">The text is no world.</exception>
    public static IReadOnlyDictionary<string, TimeSpan> RetentionOf(string text) =>
        ReadRetention(FixtureNodeReader.Read(text).Find("retention"));

    /// <summary>What is called when the data is there: it may refer to the totals of generators, as <c>final.x</c>.</summary>
    public (IReadOnlyList<FixtureCall> Calls, Frame Frame) FinalCalls()
    {
        var levels = Generators.SelectMany(generator => generator.Levels).ToList();
        List<int> slots = [.. levels.Select(level => Symbols.Add("final." + level.Name))];
        var calls = Items("alarms").Select(call => new FixtureCall(call, Symbols)).ToList();
        var frame = new Frame(Symbols.Count);
        for (var i = 0; i < levels.Count; i++)
        {
            frame.Slots[slots[i]] = Value.Of(levels[i].Level);
        }

        return (calls, frame);
    }

    static string AccountOf(FixtureNode root) =>
        root.Find("account") is not { } account ? "000000000000"
        : account.RequireText().Length == 12 && account.Text.All(char.IsAsciiDigit) ? account.Text
        : throw account.Error("An account is twelve digits.");

    static Dictionary<string, Value> Parameters(FixtureNode root, string? profile)
    {
        var parameters = Named(root, "parameters", (_, node) => TableRow.Constant(node));
        if (profile is null)
        {
            return parameters;
        }

        var profiles = root.Find("profiles")?.RequireMembers() ?? [];
        var chosen = profiles.FirstOrDefault(member => member.Key == profile).Value;
        foreach (var (name, value) in chosen?.RequireMembers() ?? throw NoProfile())
        {
            parameters[name] = parameters.ContainsKey(name)
                ? TableRow.Constant(value)
                : throw value.Error($"There is no parameter '{name}'.");
        }

        return parameters;

        FixtureException NoProfile() =>
            new($"There is no profile '{profile}'; there are: {string.Join(", ", profiles.Select(one => one.Key))}.");
    }

    static Dictionary<string, T> Named<T>(FixtureNode root, string section, Func<string, FixtureNode, T> read)
    {
        var found = new Dictionary<string, T>();
        foreach (var (name, node) in root.Find(section)?.RequireMembers() ?? [])
        {
            found.Add(name, read(name, node));
        }

        return found;
    }

    static Dictionary<string, TimeSpan> ReadRetention(FixtureNode? node)
    {
        var rules = new Dictionary<string, TimeSpan>();
        foreach (var (ns, age) in node?.RequireMembers() ?? [])
        {
            rules.Add(ns, Incident.Duration(age));
        }

        return rules;
    }

    IReadOnlyList<FixtureNode> Items(string section) => _root.Find(section)?.RequireItems() ?? [];
}
