namespace Emulator.Services.Fixtures.Loading;

/// <summary>A fixture that has been loaded.</summary>
/// <param name="Account">The account that it is in.</param>
/// <param name="Region">Its main region.</param>
/// <param name="Anchor">Where its data ended when it was loaded.</param>
/// <param name="Datapoints">How many data points it came with.</param>
/// <param name="Events">How many log events it came with.</param>
/// <param name="IsLive">Whether it goes on as emulated time passes.</param>
public sealed record FixtureSummary(
    string Name,
    string Account,
    string Region,
    ulong Seed,
    string? Profile,
    DateTimeOffset Anchor,
    long Datapoints,
    long Events,
    bool IsLive
);
