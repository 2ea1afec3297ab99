using Emulator.Services.Fixtures.Expressions;

namespace Emulator.Services.Fixtures.Worlds;

/// <summary>What the generators of a world have in common.</summary>
/// <threadsafety>Immutable once it has been read.</threadsafety>
sealed record WorldSetting
{
    public required string Account { get; init; }

    public required string Region { get; init; }

    public required ulong Seed { get; init; }

    /// <summary>Where the data ends: a full minute.</summary>
    public required DateTimeOffset Anchor { get; init; }

    /// <summary>Where the data begins.</summary>
    public required DateTimeOffset Start { get; init; }

    public IReadOnlyDictionary<string, Value> Parameters { get; init; } = new Dictionary<string, Value>();

    public IReadOnlyDictionary<string, Curve> Curves { get; init; } = new Dictionary<string, Curve>();

    public IReadOnlyDictionary<string, Table> Tables { get; init; } = new Dictionary<string, Table>();

    public IReadOnlyDictionary<string, Incident> Incidents { get; init; } = new Dictionary<string, Incident>();
}
