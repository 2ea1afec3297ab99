using Emulator.Services.Fixtures.Documents;
using Emulator.Services.Fixtures.Expressions;

namespace Emulator.Services.Fixtures.Generation;

/// <summary>
/// A kind of arrival: one at a given time, or many; then how many a minute has on average decides, for each second by itself, whether there is one.
/// </summary>
/// <remarks>That needs neither logarithms nor a memory, so every machine gets the same seconds, in any order.</remarks>
sealed class ArrivalPlan
{
    /// <summary>Above this many arrivals a minute, a second has several chances.</summary>
    const double MaxPerSlot = 30;

    const int MaxSlots = 100;

    // Expressions have salts from 0 on: what an arrival draws must not depend on why it is there.
    const int ChanceSalt = -1;
    const int MomentSalt = -2;

    readonly Evaluation? _perMinute;
    readonly Evaluation? _at;

    /// <exception cref="FixtureException">The description is wrong.</exception>
    public ArrivalPlan(FixtureNode node, Symbols symbols)
    {
        node.RequireObject("name", "perMinute", "at");
        Name = node.Require("name").RequireText();
        _at = node.Find("at") is { } at ? ExpressionParser.Compile(at, symbols) : null;
        _perMinute = _at is null ? ExpressionParser.Compile(node.Require("perMinute"), symbols) : null;
    }

    public string Name { get; }

    /// <summary>Finds the arrivals of a minute.</summary>
    /// <param name="minute">With the start of the minute as its time.</param>
    /// <param name="key">Of the stream of draws.</param>
    /// <param name="arrive">Gets the time in milliseconds since the epoch and an index that no other arrival of this kind has.</param>
    public void Find(Frame minute, ulong key, Action<long, long> arrive)
    {
        if (_at is not null)
        {
            var time = _at(minute).Integer;
            if (time >= minute.Time && time < minute.Time + 60_000)
            {
                arrive(time, time / 1000 * MaxSlots);
            }

            return;
        }

        var rate = _perMinute!(minute).Number;
        if (rate <= 0)
        {
            return;
        }

        var slots = Math.Min(MaxSlots, (int)(rate / MaxPerSlot) + 1);
        var chance = rate / (60.0 * slots);
        for (var second = minute.Time / 1000; second < minute.Time / 1000 + 60; second++)
        {
            for (var slot = 0; slot < slots; slot++)
            {
                var index = second * MaxSlots + slot;
                if (Draws.Uniform(Draws.Draw(key, index, ChanceSalt)) < chance)
                {
                    var inSecond = (long)(Draws.Uniform(Draws.Draw(key, index, MomentSalt)) * 1000);
                    arrive(second * 1000 + inSecond, index);
                }
            }
        }
    }
}
