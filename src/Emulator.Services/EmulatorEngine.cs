using System.Collections.Concurrent;
using Emulator.Services.CloudWatch.Alarms.Actions;
using Emulator.Services.CloudWatch.Alarms.Watching;
using Emulator.Services.CloudWatch.Metrics;
using Emulator.Services.Deliveries;
using Emulator.Services.Fixtures.Loading;
using Emulator.Services.Logs.Events;
using Emulator.Services.Logs.LiveTail;
using Emulator.Services.Logs.Queries;
using Emulator.Services.Logs.Subscriptions;
using Emulator.Services.Resources;
using Emulator.Services.Sealing;
using Emulator.Services.Time;
using Emulator.Storage;

namespace Emulator.Services;

/// <summary>The emulator without its network: state of every account and region, clock, scheduler and store.</summary>
/// <threadsafety>Safe from any thread.</threadsafety>
public sealed class EmulatorEngine : IAsyncDisposable
{
    readonly ConcurrentDictionary<Scope, ScopeState> _scopes = new();
    bool _isStopped;

    EmulatorEngine(Store store, EmulatorClock clock, EngineOptions options, IdSource ids)
    {
        Store = store;
        Clock = clock;
        Options = options;
        Ids = ids;
        if (SavedClock.Load(store) is { } setting)
        {
            clock.Apply(setting);
        }

        Scheduler = new Scheduler(clock, store, options.OnBackgroundError);
        MetricTracks = new MetricTracks(this) { Retention = options.MetricRetention };
        LogJournal = new LogJournal(this);
        Journaled = [MetricTracks, LogJournal];
        Sealer = new Sealer(store, Journaled);
        Outbox = new Outbox(store, clock, options);
        Outbox.WhenFinished(DeliverySource.Subscription, new ForwardingMetrics(this).Count_OnWriter);
        Outbox.WhenFinished(DeliverySource.Alarm, (write, entry) => ActionOutcomes.Note(this, write, entry));
        Fixtures = new FixtureLoader(this);
        Alarms = new AlarmMonitor(this);
        QueryRunner = new QueryRunner(this);
    }

    public Store Store { get; }

    public EmulatorClock Clock { get; }

    public Scheduler Scheduler { get; }

    /// <summary>The state that lives in heads, journal and blocks.</summary>
    public IReadOnlyList<IJournaledState> Journaled { get; }

    public Sealer Sealer { get; }

    /// <summary>What is to be sent to targets outside.</summary>
    public Outbox Outbox { get; }

    /// <summary>Loads worlds with generated data.</summary>
    public FixtureLoader Fixtures { get; }

    /// <summary>Evaluates the alarms of all accounts and regions.</summary>
    internal AlarmMonitor Alarms { get; }

    /// <summary>The metric data of all accounts and regions.</summary>
    internal MetricTracks MetricTracks { get; }

    /// <summary>The log events of all accounts and regions.</summary>
    internal LogJournal LogJournal { get; }

    /// <summary>The Live Tail sessions.</summary>
    internal LogFeed LogFeed { get; } = new();

    /// <summary>The Logs Insights queries of all accounts and regions that are running.</summary>
    internal QueryRunner QueryRunner { get; }

    public IdSource Ids { get; }

    public EngineOptions Options { get; }

    /// <summary>Starts an engine on what a store holds.</summary>
    public static EmulatorEngine Start(Store store, EmulatorClock clock, EngineOptions? options = null)
    {
        options ??= new EngineOptions();
        return Start(store, clock, options, options.Seed is { } seed ? new IdSource(seed) : IdSource.Unpredictable());
    }

    /// <summary>Puts what a file holds in the place of everything. This engine is then at its end, without being disposed of.</summary>
    /// <returns>The engine to go on with: on the new state, with the same clock.</returns>
    internal async Task<EmulatorEngine> ReplaceAsync(PortableFile file)
    {
        await StopBackgroundWorkAsync();
        var store = await Store.ReplaceAsync(file);
        await Sealer.DisposeAsync();
        Clock.Apply(ClockSetting.RealTime);
        var successor = Start(store, Clock, Options, Ids);
        successor.MetricTracks.Retention = MetricTracks.Retention;
        return successor;
    }

    static EmulatorEngine Start(Store store, EmulatorClock clock, EngineOptions options, IdSource ids)
    {
        var engine = new EmulatorEngine(store, clock, options, ids);
        StateLoader.Load(engine);
        engine.Outbox.Start();
        foreach (var state in engine.Scopes)
        {
            state.Logs.Resume();
            state.CloudWatch.Streaming.Resume();
        }

        engine.Fixtures.Resume();
        engine.Alarms.Start();
        RetentionSweep.Start(engine.Scheduler, clock.GetUtcNow(), engine.Journaled);
        return engine;
    }

    /// <summary>The state of one account and region; made empty when it is first asked for.</summary>
    public ScopeState In(Scope scope) =>
        _scopes.GetOrAdd(scope, static (key, engine) => new ScopeState(key, engine), this);

    /// <summary>Every account and region that has been asked for.</summary>
    public IEnumerable<ScopeState> Scopes => _scopes.Values;

    /// <summary>Seals what is in memory, so that the next start has nothing to replay, and closes the store.</summary>
    /// <exception cref="StoreFailedException">The last commit has failed; the next start replays the journal.</exception>
    public async ValueTask DisposeAsync()
    {
        await StopBackgroundWorkAsync();
        try
        {
            if (Store.IsDurable)
            {
                await Sealer.SealAllAsync();
            }
        }
        finally
        {
            await Sealer.DisposeAsync();
            Store.Dispose();
        }
    }

    async Task StopBackgroundWorkAsync()
    {
        if (!_isStopped)
        {
            _isStopped = true;
            LogFeed.Close();
            QueryRunner.Stop();
            await Scheduler.DisposeAsync();
            await Outbox.DisposeAsync();
            Fixtures.Dispose();
            await QueryRunner.DisposeAsync();
        }
    }
}

/// <summary>How an engine behaves.</summary>
public sealed record EngineOptions
{
    /// <summary>Seed of every identifier; <c>null</c> for identifiers that differ in every process.</summary>
    public ulong? Seed { get; init; }

    /// <summary>How long metrics are kept.</summary>
    public RetentionRules MetricRetention { get; init; } = RetentionRules.Standard;

    /// <summary>Carries deliveries to targets outside; the default reaches none.</summary>
    public IDeliveryTransport Transport { get; init; } = new NoTransport();

    /// <summary>
    /// How long, in real time, an answer waits for the results of a query that runs, so that the first answer holds those of a quick one.
    /// </summary>
    public TimeSpan QueryPatience { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How many Logs Insights queries run at a time; the others wait. Default half as many as there are processors.</summary>
    public int QueriesAtOnce { get; init; } = Math.Max(1, Environment.ProcessorCount / 2);

    /// <summary>How many deliveries that have ended are kept; default 1,000.</summary>
    public int DeliveriesKept { get; init; } = 1000;

    /// <summary>Told of an error in background work: what was running, and what went wrong.</summary>
    public Action<string, Exception> OnBackgroundError { get; init; } = static (_, _) => { };
}
