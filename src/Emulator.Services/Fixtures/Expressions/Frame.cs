namespace Emulator.Services.Fixtures.Expressions;

/// <summary>What an expression is evaluated in: the variables, the time, and what its draws follow from.</summary>
/// <threadsafety>Not thread-safe; a generator has frames of its own.</threadsafety>
sealed class Frame(int slots)
{
    /// <summary>Keeps the draws of repeated evaluations apart from those of other expressions.</summary>
    const int SaltsPerRound = 1 << 16;

    public Value[] Slots { get; private init; } = new Value[slots];

    /// <summary>The time that curves and incidents are looked up for, in milliseconds since the epoch.</summary>
    public long Time { get; set; }

    public ulong Key { get; set; }

    public long Index { get; set; }

    /// <summary>Counts the evaluations of one expression that yield several samples.</summary>
    public int Round { get; set; }

    public ulong Draw(int salt) => Draws.Draw(Key, Index, salt + Round * SaltsPerRound);

    public double Uniform(int salt) => Draws.Uniform(Draw(salt));

    /// <summary>A frame of its own with the same variables.</summary>
    public Frame Copy()
    {
        var copy = new Frame(0)
        {
            Slots = (Value[])Slots.Clone(),
            Time = Time,
            Key = Key,
            Index = Index,
        };
        return copy;
    }
}

/// <summary>A compiled expression.</summary>
delegate Value Evaluation(Frame frame);
