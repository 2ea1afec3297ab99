using Emulator.Services.Fixtures.Documents;
using Emulator.Services.Fixtures.Expressions;

namespace Emulator.Services.Fixtures.Generation;

/// <summary>A running total of a generator: how it stands (<c>level.x</c>) and what the minute has added (<c>minute.x</c>).</summary>
sealed class Total
{
    readonly Evaluation? _opening;
    readonly bool _isMonthly;

    /// <exception cref="FixtureException">The description is wrong.</exception>
    public Total(string name, FixtureNode node, Symbols symbols)
    {
        node.RequireObject("opening", "reset", "perSecond");
        Name = name;
        _opening = node.Find("opening") is { } opening ? ExpressionParser.Compile(opening, symbols) : null;
        _isMonthly =
            node.Find("reset") is { } reset
            && (reset.RequireText() == "month" ? true : throw reset.Error("\"reset\" can only be \"month\"."));
        LevelSlot = symbols.Add("level." + name);
        MinuteSlot = symbols.Add("minute." + name);
    }

    public string Name { get; }

    public int LevelSlot { get; }

    public int MinuteSlot { get; }

    /// <summary>Sets the total at the beginning.</summary>
    public void Open(Frame frame)
    {
        frame.Slots[LevelSlot] = _opening?.Invoke(frame) ?? Value.Of(0);
        frame.Slots[MinuteSlot] = Value.Of(0);
    }

    /// <summary>Starts a minute.</summary>
    /// <param name="time">Its start.</param>
    public void StartMinute(Frame frame, DateTimeOffset time)
    {
        frame.Slots[MinuteSlot] = Value.Of(0);
        if (_isMonthly && time is { Day: 1, Hour: 0, Minute: 0 })
        {
            frame.Slots[LevelSlot] = Value.Of(0);
        }
    }

    public void Add(Frame frame, double amount)
    {
        frame.Slots[LevelSlot] = Value.Of(frame.Slots[LevelSlot].Number + amount);
        frame.Slots[MinuteSlot] = Value.Of(frame.Slots[MinuteSlot].Number + amount);
    }
}
