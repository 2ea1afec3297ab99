using System.Buffers;
using System.Text;
using Emulator.Protocol;
using Emulator.Protocol.Json;
using Emulator.Protocol.Shapes;
using Emulator.Services;
using Emulator.Services.CloudWatch;
using Emulator.Services.Logs;
using Emulator.Services.Resources;
using Emulator.Services.Time;
using Emulator.Storage;
using Emulator.Tests.Storage;

namespace Emulator.Tests.Support;

/// <summary>An emulator without a network, its clock frozen, that is called as by a client: operation and JSON in, JSON out.</summary>
sealed class TestEmulator : IAsyncDisposable
{
    public const string Account = "123456789012";

    /// <summary>What the clock shows at first: a Monday.</summary>
    public static readonly DateTimeOffset Start = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    readonly MemoryDatabase _database = new();
    readonly TemporaryDirectory? _directory;

    TestEmulator(bool onDisk) => _directory = onDisk ? new TemporaryDirectory() : null;

    public EmulatorEngine Engine { get; private set; } = null!;

    /// <summary>Who calls, and where.</summary>
    public Scope Scope { get; set; } = new(Account, "us-east-1");

    public string Region
    {
        get => Scope.Region;
        set => Scope = Scope with { Region = value };
    }

    public DateTimeOffset Now => Engine.Clock.GetUtcNow();

    /// <summary>What went wrong in background work, first to last.</summary>
    public List<string> BackgroundErrors { get; } = [];

    /// <param name="onDisk">Whether the data lies in a directory, until this is disposed; otherwise in memory.</param>
    public static async Task<TestEmulator> StartAsync(DateTimeOffset? at = null, bool onDisk = false)
    {
        var emulator = new TestEmulator(onDisk);
        var clock = new EmulatorClock();
        clock.Apply(new ClockSetting(clock.RealNow, at ?? Start, Rate: 0));
        emulator.Open(clock);
        await emulator.Engine.Scheduler.SetAsync(at ?? Start, rate: 0);
        return emulator;
    }

    /// <summary>Starts anew on what has been committed, with the clock that has been saved.</summary>
    /// <param name="clean">After a clean stop; otherwise as if the process had been killed.</param>
    public async Task RestartAsync(bool clean = false)
    {
        if (clean)
        {
            await Engine.Sealer.SealAllAsync();
        }

        await Engine.Scheduler.DisposeAsync();
        await Engine.Outbox.DisposeAsync();
        await Engine.Sealer.DisposeAsync();
        Engine.Store.Dispose();
        Open(new EmulatorClock());
    }

    /// <param name="operation">A name that only one service has, or <c>logs:Name</c>, <c>cloudwatch:Name</c>.</param>
    /// <returns>The answer, JSON too.</returns>
    /// <exception cref="AwsException">The operation refuses the request.</exception>
    /// <exception cref="ArgumentException">There is no such operation.</exception>
    public async Task<string> CallAsync(string operation, string json)
    {
        var name = operation[(operation.IndexOf(':', StringComparison.Ordinal) + 1)..];
        var cloudWatch = operation.StartsWith("logs:", StringComparison.Ordinal)
            ? null
            : CloudWatchOperations.Find(name);
        var logs = operation.StartsWith("cloudwatch:", StringComparison.Ordinal) ? null : LogsOperations.Find(name);
        var state = Engine.In(Scope);
        var input = new JsonShapeReader(Encoding.UTF8.GetBytes(json));
        return (cloudWatch, logs) switch
        {
            (not null, null) => await InvokeAsync(
                AwsService.CloudWatch,
                cloudWatch,
                input,
                new CloudWatchScope(Engine, state.CloudWatch, "request-1")
            ),
            (null, not null) => await InvokeAsync(
                AwsService.Logs,
                logs,
                input,
                new LogsScope(Engine, state.Logs, "request-1")
            ),
            (null, null) => throw new ArgumentException($"There is no operation {operation}."),
            _ => throw new ArgumentException($"Both services have {name}: write logs:{name} or cloudwatch:{name}."),
        };
    }

    /// <summary>Calls what is to be refused.</summary>
    public Task<AwsException> RefusalAsync(string operation, string json) =>
        Assert.ThrowsAsync<AwsException>(() => CallAsync(operation, json));

    public Task AdvanceAsync(TimeSpan span) => Engine.Scheduler.AdvanceAsync(span);

    public async ValueTask DisposeAsync()
    {
        await Engine.DisposeAsync();
        _directory?.Dispose();
    }

    static async Task<string> InvokeAsync<TScope>(
        AwsService service,
        Operation<TScope> operation,
        ShapeReader input,
        TScope scope
    )
    {
        try
        {
            var answer = await operation.Invoke(input, scope, CancellationToken.None);
            var output = new ArrayBufferWriter<byte>();
            answer.Write(new JsonShapeWriter(output));
            return Encoding.UTF8.GetString(output.WrittenSpan);
        }
        catch (ConstraintViolationException error)
        {
            throw ConstraintErrors.Of(service, operation.Validation, error.Violations);
        }
    }

    void Open(EmulatorClock clock)
    {
        var options = new EngineOptions
        {
            Seed = 1,
            QueryPatience = TimeSpan.FromMinutes(1),
            OnBackgroundError = (work, error) => BackgroundErrors.Add($"{work}: {error}"),
        };
        var store = _directory is null ? Store.Over(_database) : Store.Open(_directory.Path);
        Engine = EmulatorEngine.Start(store, clock, options);
    }
}
