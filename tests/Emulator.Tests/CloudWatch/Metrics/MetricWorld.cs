using Emulator.Services;
using Emulator.Services.CloudWatch;
using Emulator.Services.CloudWatch.Metrics;
using Emulator.Services.CloudWatch.Shapes;
using Emulator.Services.Resources;
using Emulator.Services.Time;
using Emulator.Storage;

namespace Emulator.Tests.CloudWatch.Metrics;

/// <summary>An engine whose clock stands at 2026-03-20T12:00:00Z, the time of all cases, over a database that survives a restart.</summary>
sealed class MetricWorld : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 3, 20, 12, 0, 0, TimeSpan.Zero);
    public static readonly Scope Scope = new("000000000000", "us-east-1");

    MemoryDatabase _database = new();
    readonly List<EmulatorEngine> _engines = [];

    public MetricWorld() => Open(Start);

    public EmulatorEngine Engine => _engines[^1];

    public CloudWatchState State => Engine.In(Scope).CloudWatch;

    public MetricsEngine Metrics => State.Metrics;

    public DateTimeOffset Now => Engine.Clock.GetUtcNow();

    public long NowSeconds => Now.ToUnixTimeSeconds();

    /// <summary>A metric N/M, or another name, with dimensions written as <c>a=1, b=2</c>.</summary>
    public static MetricKey Key(string dimensions = "", string name = "M", string ns = "N") =>
        new(
            ns,
            name,
            [
                .. dimensions
                    .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                    .Select(pair => pair.Split('='))
                    .Select(pair => new Dimension { Name = pair[0], Value = pair[1] }),
            ]
        );

    /// <summary>Publishes one value.</summary>
    public Task PutAsync(
        DateTimeOffset time,
        double value,
        MetricKey? key = null,
        string unit = "None",
        int resolution = 60
    ) => Metrics.PublishAsync([MetricSample.Of(key ?? Key(), time, value, unit, resolution)], Now);

    /// <summary>Publishes a 1 at every step from a time on.</summary>
    public Task PutOnesAsync(
        DateTimeOffset from,
        TimeSpan step,
        int count,
        int resolution = 60,
        MetricKey? key = null
    ) =>
        Metrics.PublishAsync(
            [
                .. Enumerable
                    .Range(0, count)
                    .Select(i => MetricSample.Of(key ?? Key(), from + i * step, 1, "None", resolution)),
            ],
            Now
        );

    /// <summary>What a metric answers, as <c>HH:mm:ss=value</c>.</summary>
    public IReadOnlyList<string> Read(
        DateTimeOffset start,
        DateTimeOffset end,
        int period,
        string statistic = "Sum",
        MetricKey? key = null,
        string unit = "None"
    )
    {
        Assert.True(Statistic.TryParse(statistic, out var parsed));
        if (Metrics.Catalog.Find(key ?? Key()) is not { } series)
        {
            return [];
        }

        var window = MetricWindow.Of(start, end, period, Now);
        var values = Metrics.Reader.Read(series, unit, parsed, window, Now);
        return
        [
            .. values.Timestamps.Zip(
                values.Values,
                (time, value) =>
                    FormattableString.Invariant($"{DateTimeOffset.FromUnixTimeSeconds(time):HH:mm:ss}={value}")
            ),
        ];
    }

    public Task AdvanceAsync(TimeSpan span) => Engine.Scheduler.AdvanceAsync(span);

    /// <summary>Starts again on what is committed: after sealing everything, or as after a crash.</summary>
    public async Task RestartAsync(bool crash = false)
    {
        var now = Now;
        if (crash)
        {
            // Inside a write, so that the copy is what some commit has left behind.
            await Engine.Store.Write(_ => _database = Copy(_database));
        }
        else
        {
            await Engine.DisposeAsync();
            _engines.RemoveAt(_engines.Count - 1);
        }

        Open(now);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var engine in _engines)
        {
            await engine.DisposeAsync();
        }
    }

    void Open(DateTimeOffset now)
    {
        var clock = new EmulatorClock();
        clock.Apply(new ClockSetting(clock.RealNow, now, 0));
        _engines.Add(EmulatorEngine.Start(Store.Over(_database), clock));
    }

    static MemoryDatabase Copy(MemoryDatabase database)
    {
        var copy = new MemoryDatabase();
        copy.Commit([
            .. database.Resources().Select(row => new Change.PutResource(row)),
            .. database.Heads().Select(row => new Change.PutHead(row)),
            .. database.Blocks().Select(row => new Change.InsertBlock(row, database.ReadBlock(row.Id)!)),
            .. database.Journal().Select(row => new Change.AppendJournal(row)),
            .. database.Meta().Select(row => new Change.PutMeta(row)),
        ]);
        return copy;
    }
}
