using System.Collections.Concurrent;
using System.Text;
using Emulator.Protocol.Shapes;
using Emulator.Services;
using Emulator.Services.Deliveries;
using Emulator.Services.Resources;
using Emulator.Services.Time;
using Emulator.Storage;

namespace Emulator.Tests.Services.Deliveries;

/// <summary>An engine whose outbox sends through a stub, over a database that outlives it, on a machine whose time stands.</summary>
sealed class OutboxWorld : IAsyncDisposable
{
    public static readonly Scope Home = new("123456789012", "us-east-1");

    public OutboxWorld(IDatabase? database = null, int keep = 1000, bool reaches = true)
    {
        Transport = new StubTransport(reaches);
        Database = database ?? new MemoryDatabase();
        var options = new EngineOptions
        {
            Seed = 1,
            Transport = Transport,
            DeliveriesKept = keep,
            OnBackgroundError = (work, error) => Errors.Enqueue($"{work}: {error.Message}"),
        };
        Engine = EmulatorEngine.Start(Store.Over(Database), new EmulatorClock(Machine), options);
        Log = new DeliveryLog(Engine);
    }

    public IDatabase Database { get; }

    /// <summary>What went wrong in the background.</summary>
    public ConcurrentQueue<string> Errors { get; } = new();

    public MachineTime Machine { get; } = new();

    public StubTransport Transport { get; }

    public EmulatorEngine Engine { get; }

    public DeliveryLog Log { get; }

    public static Delivery Some(
        string payload,
        string key = "key",
        string source = DeliverySource.Alarm,
        string target = "arn:aws:sns:us-east-1:123456789012:topic"
    ) =>
        new()
        {
            Source = source,
            SourceArn = "arn:aws:cloudwatch:us-east-1:123456789012:alarm:a",
            Target = target,
            OrderingKey = key,
            Created = new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero),
            Payload = new Utf8Text(Encoding.UTF8.GetBytes(payload)),
        };

    public Task<long> AddAsync(Delivery delivery, Scope? scope = null) =>
        Engine.Store.Write(write => Engine.Outbox.Add(write, scope ?? Home, delivery));

    /// <summary>Waits until a number of deliveries have come to a state.</summary>
    public Task<IReadOnlyList<DeliveryEntry>> EndedAsync(string state, int count = 1) =>
        Log.WaitAsync(new DeliveryFilter { State = state }, count, TestContext.Current.CancellationToken);

    /// <summary>Lets the next wait of the outbox pass.</summary>
    /// <returns>How long it was.</returns>
    public async Task<TimeSpan> PassAsync()
    {
        var wait = await Machine.NextWaitAsync();
        Machine.Advance(wait);
        return wait;
    }

    public ValueTask DisposeAsync() => Engine.DisposeAsync();
}
