namespace Emulator.Benchmarks;

/// <summary>What to measure, for how long.</summary>
sealed record BenchmarkOptions
{
    /// <summary>Path of the product's executable.</summary>
    public required string Product { get; init; }

    /// <summary>Starts of workload names; empty for all.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Where results go as JSON; <c>null</c> for nowhere.</summary>
    public string? JsonPath { get; init; }

    /// <summary>How long one turn takes.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromSeconds(2);

    public TimeSpan WarmUp { get; init; } = TimeSpan.FromSeconds(2);

    public bool Includes(string name) =>
        Names.Count == 0 || Names.Any(start => name.StartsWith(start, StringComparison.OrdinalIgnoreCase));
}
