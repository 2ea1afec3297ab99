using Emulator.Protocol;
using Emulator.Services;
using Emulator.Services.Resources;
using Emulator.Services.Time;
using Emulator.Storage;
using Emulator.Tests.CloudWatch;

namespace Emulator.Tests.Support;

/// <summary>An emulator without a network, its clock frozen, that is called as by a client: operation and JSON in, JSON out.</summary>
sealed class TestEmulator : IAsyncDisposable
{
    public const string Account = "123456789012";

    /// <summary>What the clock shows at first: a Monday.</summary>
    public static readonly DateTimeOffset Start = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    readonly MemoryDatabase _database = new();

    TestEmulator() { }

    public EmulatorEngine Engine { get; private set; } = null!;

    public string Region { get; set; } = "us-east-1";

    public Scope Scope => new(Account, Region);

    public DateTimeOffset Now => Engine.Clock.GetUtcNow();

    public static async Task<TestEmulator> StartAsync(DateTimeOffset? at = null)
    {
        var emulator = new TestEmulator();
        await emulator.OpenAsync(at ?? Start);
        return emulator;
    }

    /// <summary>Starts anew on what has been committed, as after a power failure.</summary>
    public async Task RestartAsync()
    {
        var now = Now;
        await Engine.Scheduler.DisposeAsync();
        await OpenAsync(now);
    }

    /// <returns>The answer, JSON too.</returns>
    /// <exception cref="AwsException">The operation refuses the request.</exception>
    public async Task<string> CallAsync(string operation, string json) =>
        (await new CloudWatchApi(() => Engine).CallAsync(operation, json, Scope)).GetRawText();

    /// <summary>Calls what is to be refused.</summary>
    public Task<AwsException> RefusalAsync(string operation, string json) =>
        Assert.ThrowsAsync<AwsException>(() => CallAsync(operation, json));

    public Task AdvanceAsync(TimeSpan span) => Engine.Scheduler.AdvanceAsync(span);

    public ValueTask DisposeAsync() => Engine.DisposeAsync();

    async Task OpenAsync(DateTimeOffset at)
    {
        var clock = new EmulatorClock();
        var options = new EngineOptions
        {
            Seed = 1,
            OnBackgroundError = static (work, error) => throw new InvalidOperationException(work, error),
        };
        Engine = EmulatorEngine.Start(Store.Over(_database), clock, options);
        await Engine.Scheduler.SetAsync(at, 0);
    }
}
