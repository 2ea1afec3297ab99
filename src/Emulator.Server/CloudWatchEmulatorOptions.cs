using System.Collections.Immutable;
using Emulator.Server.Deliveries;
using Emulator.Storage;

namespace Emulator.Server;

/// <summary>What an emulator in the process of its test is to be like.</summary>
public sealed record CloudWatchEmulatorOptions
{
    /// <summary>Port to listen on; default 0, any free one, so that tests can run side by side.</summary>
    public int Port { get; init; }

    /// <summary>
    /// Account of a caller whose access key is not itself an account id; twelve digits. <c>null</c>, the default, for that of the first of
    /// <see cref="Fixtures"/>, or <c>000000000000</c> without fixtures.
    /// </summary>
    public string? Account { get; init; }

    /// <summary>Region of a caller that names none; default <c>us-east-1</c>.</summary>
    public string Region { get; init; } = "us-east-1";

    /// <summary>The time at which the clock stands still from the start; <c>null</c>, the default, for real time.</summary>
    public DateTimeOffset? FrozenAt { get; init; }

    /// <summary>Directory that keeps everything over restarts; <c>null</c>, the default, keeps it in memory.</summary>
    public string? DataDirectory { get; init; }

    /// <summary>What an acknowledged write survives with <see cref="DataDirectory"/>.</summary>
    public Durability Durability { get; init; }

    /// <summary>How long metrics are kept, by namespace; default fifteen months, and 14 days for <c>AWS/Connect</c>.</summary>
    public ImmutableDictionary<string, TimeSpan> MetricRetention { get; init; } =
        ImmutableDictionary<string, TimeSpan>.Empty;

    /// <summary>
    /// Worlds to start with, as <see cref="CloudWatchEmulator.LoadFixtureAsync"/> takes them; their data ends at <see cref="FrozenAt"/>. Default none.
    /// </summary>
    public ImmutableArray<string> Fixtures { get; init; } = [];

    /// <summary>What the data of <see cref="Fixtures"/> follows from; <c>null</c>, the default, for 42.</summary>
    public ulong? FixtureSeed { get; init; }

    /// <summary>Whether <see cref="Fixtures"/> go on as time passes; default not.</summary>
    public bool Live { get; init; }

    /// <summary>How many of the last requests <see cref="CloudWatchEmulator.Requests"/> keeps; default 1,000, 0 for none.</summary>
    public int KeptRequests { get; init; } = 1000;

    /// <summary>Where deliveries to targets outside go, such as <c>DeliveryRule.Parse("lambda=http://localhost:4567")</c>; default nowhere.</summary>
    public ImmutableArray<DeliveryRule> Deliver { get; init; } = [];

    internal ServerOptions ToServerOptions() =>
        new()
        {
            Host = "127.0.0.1",
            Port = Port,
            Account = Account,
            Fixtures = Fixtures,
            FixtureSeed = FixtureSeed,
            Live = Live,
            FrozenAt = FrozenAt,
            Region = Region,
            Data = DataDirectory,
            Durability = Durability,
            Retention = MetricRetention,
            Requests = KeptRequests,
            Deliver = Deliver,
        };
}
