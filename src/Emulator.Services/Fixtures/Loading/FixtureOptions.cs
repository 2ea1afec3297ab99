namespace Emulator.Services.Fixtures.Loading;

/// <summary>How a fixture is to be loaded.</summary>
public sealed record FixtureOptions
{
    /// <summary>The seed unless another is given.</summary>
    public const ulong DefaultSeed = 42;

    /// <summary>What everything that looks random follows from; <c>null</c>, the default, for 42.</summary>
    public ulong? Seed { get; init; }

    /// <summary>One of the profiles of the world, such as <c>small</c>; <c>null</c>, the default, for its parameters as they are.</summary>
    public string? Profile { get; init; }

    /// <summary>Twelve digits; <c>null</c>, the default, for the account of the world.</summary>
    public string? Account { get; init; }

    /// <summary>Whether data goes on being made as emulated time passes; default not.</summary>
    public bool Live { get; init; }

    /// <summary>Told how far the load has come, from 0 to 1, on any thread.</summary>
    public Action<double> OnProgress { get; init; } = static _ => { };

    /// <summary>How many threads make the data; it is the same with any number. Default one for each processor.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}
