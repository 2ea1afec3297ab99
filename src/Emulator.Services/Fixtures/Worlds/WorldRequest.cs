namespace Emulator.Services.Fixtures.Worlds;

/// <summary>How a world is to be made.</summary>
/// <param name="Seed">Of everything that is drawn.</param>
/// <param name="Anchor">Where the data ends.</param>
sealed record WorldRequest(ulong Seed, DateTimeOffset Anchor)
{
    /// <summary>One of the world's profiles; <c>null</c> for its parameters as they are.</summary>
    public string? Profile { get; init; }

    /// <summary>The account to load into; <c>null</c> for that of the world.</summary>
    public string? Account { get; init; }
}
