using Emulator.Services.Fixtures.Documents;
using Emulator.Services.Fixtures.Expressions;
using Emulator.Services.Fixtures.Worlds;

namespace Emulator.Services.Fixtures.Generation;

/// <summary>A generator as the file describes it, compiled.</summary>
/// <threadsafety>Not thread-safe; it belongs to one generator.</threadsafety>
sealed class GeneratorPlan
{
    static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    readonly Dictionary<string, Total> _totals = [];
    readonly Dictionary<string, int[]> _perSecond = [];

    GeneratorPlan(FixtureNode node, FixtureNode? span, WorldSetting world)
    {
        Name = node.Require("name").RequireText();
        Symbols = new Symbols(world);
        Step = Minute;
        From = world.Start;
        Until = world.Anchor;
        if (span is not null)
        {
            span.RequireObject("step", "from", "until");
            Step = StepOf(span.Require("step"));
            From = world.Anchor - Incident.Duration(span.Require("from"));
            Until = world.Anchor - Incident.Duration(span.Require("until"));
            Name += $"/{Step.TotalMinutes}";
        }

        WarmUp = node.Find("warmUp") is { } warmUp ? Incident.Duration(warmUp) : TimeSpan.Zero;
        TimeSlot = Symbols.Add("t");
        MomentSlot = Symbols.Add("at");
        ArrivalSlot = Symbols.Add("arrival");
        MinutesSlot = Symbols.Add("minutes");
        ReadInstances(node, world);
        ReadTotals(node);
        Stations = node.Find("stations") is { } stations ? new StationPlan(stations, Symbols) : null;
        Arrivals = [.. Items(node, "arrivals").Select(item => new ArrivalPlan(item, Symbols))];
        Variables = VariableList.Read(node.Find("let"), Symbols);
        MessageSlot = Symbols.Add("message");
        Log = node.Find("log") is { } log ? new LogPlan(log, Symbols) : null;
        Emissions = EmissionPlan.ReadAll(node.Find("emit"), this);
        Queue = node.Find("queue") is { } queue ? new QueuePlan(queue, this) : null;
        MinuteVariables = VariableList.Read(node.Find("minute"), Symbols);
        Publications = [.. Items(node, "publish").Select(item => new Publication(item, this))];
    }

    /// <summary>Compiles a generator: once, or for each of the spans of time that it is for.</summary>
    /// <exception cref="FixtureException">The description is wrong.</exception>
    public static IEnumerable<GeneratorPlan> ReadAll(FixtureNode node, WorldSetting world)
    {
        node.RequireObject(
            "name",
            "each",
            "as",
            "region",
            "spans",
            "warmUp",
            "totals",
            "stations",
            "arrivals",
            "let",
            "log",
            "emit",
            "queue",
            "minute",
            "publish"
        );
        return node.Find("spans") is { } spans
            ? spans.RequireItems().Select(span => new GeneratorPlan(node, span, world))
            : [new GeneratorPlan(node, null, world)];
    }

    public string Name { get; }

    public Symbols Symbols { get; }

    public TimeSpan Step { get; }

    public DateTimeOffset From { get; }

    public DateTimeOffset Until { get; }

    /// <summary>How long the generator runs before what it makes counts.</summary>
    public TimeSpan WarmUp { get; }

    /// <summary>Start of the minute, or time of the arrival.</summary>
    public int TimeSlot { get; }

    /// <summary>Time of the emission.</summary>
    public int MomentSlot { get; }

    /// <summary>Name of the kind of arrival.</summary>
    public int ArrivalSlot { get; }

    /// <summary>How many minutes a step has.</summary>
    public int MinutesSlot { get; }

    /// <summary>The rows that the generator runs once for each; one without a row when it runs but once.</summary>
    public IReadOnlyList<TableRow?> Instances { get; private set; } = [null];

    /// <summary>Where the row of the instance lies.</summary>
    public int? InstanceSlot { get; private set; }

    /// <summary>The region of the instance; <c>null</c> for that of the world.</summary>
    public Evaluation? Region { get; private set; }

    public IReadOnlyCollection<Total> Totals => _totals.Values;

    /// <summary>For each total that is counted by the second: what the seconds of this minute have.</summary>
    public IReadOnlyDictionary<string, int[]> PerSecond => _perSecond;

    public StationPlan? Stations { get; }

    public IReadOnlyList<ArrivalPlan> Arrivals { get; }

    /// <summary>The variables of an arrival.</summary>
    public VariableList Variables { get; }

    /// <summary>What the emission has to say.</summary>
    public int MessageSlot { get; }

    /// <summary>How a message of an emission becomes a log event.</summary>
    public LogPlan? Log { get; }

    public IReadOnlyList<EmissionPlan> Emissions { get; }

    public QueuePlan? Queue { get; }

    /// <summary>The variables of a minute, for its publications.</summary>
    public VariableList MinuteVariables { get; }

    public IReadOnlyList<Publication> Publications { get; }

    /// <exception cref="FixtureException">There is no such total.</exception>
    public Total TotalOf(string name, FixtureNode node) =>
        _totals.GetValueOrDefault(name) ?? throw node.Error($"There is no total '{name}'; \"totals\" lists them.");

    static IReadOnlyList<FixtureNode> Items(FixtureNode node, string name) => node.Find(name)?.RequireItems() ?? [];

    void ReadInstances(FixtureNode node, WorldSetting world)
    {
        if (node.Find("each") is { } each)
        {
            Instances =
            [
                .. (
                    world.Tables.GetValueOrDefault(each.RequireText())
                    ?? throw each.Error($"There is no table '{each.Text}'.")
                ).Rows,
            ];
            InstanceSlot = Symbols.Add(node.Require("as").RequireText());
        }

        Region = node.Find("region") is { } region ? TextTemplate.Compile(region, Symbols) : null;
    }

    void ReadTotals(FixtureNode node)
    {
        foreach (var (name, total) in node.Find("totals")?.RequireMembers() ?? [])
        {
            _totals.Add(name, new Total(name, total, Symbols));
            if (total.Find("perSecond")?.Text == "true")
            {
                _perSecond.Add(
                    name,
                    Instances.Count == 1
                        ? new int[60]
                        : throw total.Error("Only a generator without \"each\" can count by the second.")
                );
            }
        }
    }

    static TimeSpan StepOf(FixtureNode node) =>
        Incident.Duration(node) is { TotalSeconds: 60 or 300 or 3600 } step
            ? step
            : throw node.Error("A step is PT1M, PT5M or PT1H.");
}
