using System.Buffers;
using System.Globalization;
using System.Text;
using Emulator.Protocol;
using Emulator.Protocol.Json;
using Emulator.Protocol.Shapes;
using Emulator.Services;
using Emulator.Services.CloudWatch;
using Emulator.Services.CloudWatch.Operations.Metrics;
using Emulator.Services.CloudWatch.Shapes;
using Emulator.Services.Logs;
using Emulator.Services.Logs.Groups;
using Emulator.Services.Resources;
using Emulator.Services.Time;
using Emulator.Storage;

namespace Emulator.Tests.Logs;

/// <summary>An engine of CloudWatch Logs over a database in memory, with the clock standing still.</summary>
sealed class LogsWorld : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    readonly MemoryDatabase _database = new();
    readonly EmulatorClock _clock;

    /// <param name="machine">The machine's clock; <c>null</c> for the real one.</param>
    /// <param name="options">How the engine behaves; the default gives the same ids every time.</param>
    public LogsWorld(TimeProvider? machine = null, EngineOptions? options = null)
    {
        Options = options ?? new EngineOptions { Seed = 1 };
        _clock = new EmulatorClock(machine ?? TimeProvider.System);
        _clock.Apply(new ClockSetting(Start, Start, 0));
        Engine = Open();
    }

    /// <summary>How the engine behaves from the next restart on.</summary>
    public EngineOptions Options { get; set; }

    public Scope Scope { get; set; } = new("111111111111", "us-east-1");

    public EmulatorEngine Engine { get; private set; }

    /// <summary>Milliseconds since the epoch.</summary>
    public long Now => _clock.GetUtcNow().ToUnixTimeMilliseconds();

    public LogsScope Logs => new(Engine, Engine.In(Scope).Logs, "request-1");

    /// <summary>Calls an operation as a client would.</summary>
    /// <returns>The answer in JSON, or code and text of the error.</returns>
    public async Task<string> Call(string operation, string json)
    {
        try
        {
            var input = new JsonShapeReader(Encoding.UTF8.GetBytes(json));
            return Json(await LogsOperations.Find(operation)!.Invoke(input, Logs, CancellationToken.None));
        }
        catch (ConstraintViolationException error)
        {
            var style = LogsOperations.Find(operation)!.Validation;
            return Text(ConstraintErrors.Of(AwsService.Logs, style, error.Violations));
        }
        catch (AwsException error)
        {
            return Text(error);
        }
    }

    /// <summary>What there is of a metric in the last day and the next hours: for each minute count, sum, minimum, maximum and unit.</summary>
    public string Metric(string ns, string name, params (string Name, string Value)[] dimensions)
    {
        var now = _clock.GetUtcNow();
        var answer = GetMetricStatistics.Handle(
            new GetMetricStatistics.Request
            {
                Namespace = ns,
                MetricName = name,
                Dimensions = [.. dimensions.Select(one => new Dimension { Name = one.Name, Value = one.Value })],
                StartTime = now - TimeSpan.FromHours(20),
                EndTime = now + TimeSpan.FromHours(3),
                Period = 60,
                Statistics = ["SampleCount", "Sum", "Minimum", "Maximum"],
            },
            new CloudWatchScope(Engine, Engine.In(Scope).CloudWatch, "request-1")
        );
        var points = answer.Datapoints.Select(point =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"{point.Timestamp:HH:mm} {point.SampleCount} {point.Sum} {point.Minimum} {point.Maximum} {point.Unit}"
            )
        );
        return answer.Datapoints.Count == 0 ? "none" : string.Join("; ", points);
    }

    /// <summary>A new log group with some streams.</summary>
    public async Task<LogGroupState> CreateGroup(string name, params string[] streams)
    {
        await Call("CreateLogGroup", $$"""{"logGroupName":"{{name}}"}""");
        foreach (var stream in streams)
        {
            await Call("CreateLogStream", $$"""{"logGroupName":"{{name}}","logStreamName":"{{stream}}"}""");
        }

        return Logs.Groups.Require(name);
    }

    /// <summary>Moves the clock and runs what falls due.</summary>
    public Task Advance(TimeSpan span) => Engine.Scheduler.AdvanceAsync(span);

    /// <summary>Starts a new engine on what is committed: after a clean stop, or as if the process had been killed.</summary>
    public async Task Restart(bool clean)
    {
        if (clean)
        {
            await Engine.Sealer.SealAllAsync();
        }

        await Engine.Scheduler.DisposeAsync();
        await Engine.Sealer.DisposeAsync();

        Engine = Open();
    }

    public ValueTask DisposeAsync() => Engine.DisposeAsync();

    EmulatorEngine Open() => EmulatorEngine.Start(Store.Over(_database), _clock, Options);

    static string Text(AwsException error) => $"{error.Code}: {error.Text}";

    static string Json(IShape answer)
    {
        var output = new ArrayBufferWriter<byte>();
        answer.Write(new JsonShapeWriter(output));
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
