using Emulator.Protocol.Shapes;

namespace Emulator.Services.Fixtures.Loading;

/// <summary>What is stored of a fixture that has been loaded: so that it is loaded once, and can go on.</summary>
[Shape]
internal sealed partial record LoadedFixture
{
    public required string Name { get; init; }

    /// <summary>The number that its draws come from, as text: it has 64 bits.</summary>
    public required string Seed { get; init; }

    public string? Profile { get; init; }

    /// <summary>Where the data ended when it was loaded, in milliseconds since the epoch.</summary>
    public required long Anchor { get; init; }

    /// <summary>The world itself: a newer program may have another under the same name.</summary>
    public required string Source { get; init; }

    public required long Datapoints { get; init; }

    public required long Events { get; init; }

    /// <summary>Whether it goes on as time passes.</summary>
    public bool IsLive { get; init; }

    /// <summary>Up to where it has gone on, in milliseconds since the epoch.</summary>
    public required long ProducedTo { get; init; }
}
