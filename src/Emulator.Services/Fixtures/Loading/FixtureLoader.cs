using System.Globalization;
using Emulator.Services.Fixtures.Expressions;
using Emulator.Services.Fixtures.Generation;
using Emulator.Services.Fixtures.Worlds;
using Emulator.Services.Resources;

namespace Emulator.Services.Fixtures.Loading;

/// <summary>Loads worlds into an engine, each once, and lets live ones go on.</summary>
/// <remarks>
/// A load makes the calls of the world, then its data on all cores, and inserts that in one write together with the note that it has been loaded.
/// What was cut off is therefore done again, and what is there stays as it is.
/// </remarks>
/// <threadsafety>Safe from any thread; one load after another.</threadsafety>
public sealed class FixtureLoader : IDisposable
{
    readonly EmulatorEngine _engine;
    readonly SemaphoreSlim _loading = new(1, 1);

    internal FixtureLoader(EmulatorEngine engine) => _engine = engine;

    /// <summary>The fixtures that have been loaded, by account, region and name.</summary>
    public IReadOnlyList<FixtureSummary> Loaded =>
        [
            .. _engine
                .Scopes.OrderBy(state => state.Scope.ToString(), StringComparer.Ordinal)
                .SelectMany(state => state.Fixtures.All.Select(fixture => Describe(state.Scope, fixture))),
        ];

    /// <summary>Loads a world, unless it is there already.</summary>
    /// <param name="name">What it is remembered by.</param>
    /// <param name="source">The text of the world.</param>
    /// <exception cref="FixtureException">The world is wrong, or there already with another seed or profile.</exception>
    public async Task<FixtureSummary> LoadAsync(
        string name,
        string source,
        FixtureOptions? options = null,
        CancellationToken cancel = default
    )
    {
        options ??= new FixtureOptions();
        await _loading.WaitAsync(cancel);
        try
        {
            var account = options.Account ?? World.AccountOf(source);
            return FindLoaded(name, account) is { } loaded
                ? await KeepAsync(loaded.State, loaded.Fixture, options)
                : await LoadNewAsync(name, source, account, options, cancel);
        }
        finally
        {
            _loading.Release();
        }
    }

    /// <summary>Lets the fixtures that are live go on, and puts their retention in force. At start-up.</summary>
    internal void Resume()
    {
        foreach (var state in _engine.Scopes.Where(state => state.Fixtures.Count > 0).ToList())
        {
            foreach (var fixture in state.Fixtures.All)
            {
                Keep(World.RetentionOf(fixture.Source));
                if (fixture.IsLive)
                {
                    var world = World.Read(fixture.Source, RequestOf(fixture, state.Scope.Account));
                    LiveProduction.Start(_engine, state.Scope, fixture, world, rewinds: true);
                }
            }
        }
    }

    public void Dispose() => _loading.Dispose();

    (ScopeState State, LoadedFixture Fixture)? FindLoaded(string name, string account)
    {
        foreach (var state in _engine.Scopes.Where(state => state.Scope.Account == account))
        {
            if (state.Fixtures.Find(name) is { } fixture)
            {
                return (state, fixture);
            }
        }

        return null;
    }

    async Task<FixtureSummary> KeepAsync(ScopeState state, LoadedFixture fixture, FixtureOptions options)
    {
        if (
            (options.Seed is { } seed && Format(seed) != fixture.Seed)
            || (options.Profile is { } profile && profile != fixture.Profile)
        )
        {
            throw new FixtureException(
                $"The fixture '{fixture.Name}' is loaded already, with seed {fixture.Seed} and "
                    + $"{(fixture.Profile is null ? "no profile" : $"profile '{fixture.Profile}'")}. "
                    + "POST /_emulator/reset removes it."
            );
        }

        if (options.Live && !fixture.IsLive)
        {
            var live = fixture with { IsLive = true };
            await _engine.Store.Write(write => state.Fixtures.Put(write, live));
            var world = World.Read(live.Source, RequestOf(live, state.Scope.Account));
            LiveProduction.Start(_engine, state.Scope, live, world, rewinds: true);
            return Describe(state.Scope, live);
        }

        return Describe(state.Scope, fixture);
    }

    async Task<FixtureSummary> LoadNewAsync(
        string name,
        string source,
        string account,
        FixtureOptions options,
        CancellationToken cancel
    )
    {
        var request = new WorldRequest(options.Seed ?? FixtureOptions.DefaultSeed, _engine.Clock.GetUtcNow())
        {
            Profile = options.Profile,
            Account = account,
        };
        var world = World.Read(source, request);
        var scope = new Scope(world.Setting.Account, world.Setting.Region);
        var frame = new Frame(world.Symbols.Count);
        foreach (var call in world.Calls)
        {
            await call.RunAsync(_engine, frame, cancel);
        }

        Run(world.Generators, options, cancel);
        var (finalCalls, finalFrame) = world.FinalCalls();
        foreach (var call in finalCalls)
        {
            await call.RunAsync(_engine, finalFrame, cancel);
        }

        var import = new WorldImport(_engine, world.Setting.Account, world.Generators, options.Threads);
        await import.EncodeAsync(cancel);
        var anchor = world.Setting.Anchor.ToUnixTimeMilliseconds();
        var fixture = new LoadedFixture
        {
            Name = name,
            Seed = Format(request.Seed),
            Profile = options.Profile,
            Anchor = anchor,
            Source = source,
            Datapoints = import.Datapoints,
            Events = import.Events,
            IsLive = options.Live,
            ProducedTo = anchor,
        };
        var table = _engine.In(scope).Fixtures;
        await _engine.Store.Write(write =>
        {
            import.Insert_OnWriter(write);
            table.Put(write, fixture);
        });
        Keep(world.Retention);
        await _engine.Alarms.EvaluateAsync(scope.Account, world.Setting.Anchor);
        if (options.Live)
        {
            LiveProduction.Start(_engine, scope, fixture, world, rewinds: false);
        }

        options.OnProgress(1);
        return Describe(scope, fixture);
    }

    static void Run(IReadOnlyList<Generator> generators, FixtureOptions options, CancellationToken cancel)
    {
        var total = generators.Sum(generator => generator.RemainingSteps);
        var done = 0L;
        try
        {
            Parallel.ForEach(
                generators,
                new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancel },
                generator =>
                    generator.RunToEnd(steps =>
                    {
                        cancel.ThrowIfCancellationRequested();
                        options.OnProgress((double)Interlocked.Add(ref done, steps) / (total + 1));
                    })
            );
        }
        catch (AggregateException error)
            when (error.InnerExceptions.OfType<FixtureException>().FirstOrDefault() is { } first)
        {
            throw new FixtureException(first.Message);
        }
    }

    /// <summary>Puts the retention of a world in force, but for namespaces that have a rule already.</summary>
    void Keep(IReadOnlyDictionary<string, TimeSpan> retention)
    {
        var tracks = _engine.MetricTracks;
        var existing = tracks.Retention.ByNamespace;
        tracks.Retention = tracks.Retention with
        {
            ByNamespace = existing.AddRange(retention.Where(rule => !existing.ContainsKey(rule.Key))),
        };
    }

    static WorldRequest RequestOf(LoadedFixture fixture, string account) =>
        new(
            ulong.Parse(fixture.Seed, CultureInfo.InvariantCulture),
            DateTimeOffset.FromUnixTimeMilliseconds(fixture.Anchor)
        )
        {
            Profile = fixture.Profile,
            Account = account,
        };

    static string Format(ulong seed) => seed.ToString(CultureInfo.InvariantCulture);

    static FixtureSummary Describe(Scope scope, LoadedFixture fixture) =>
        new(
            fixture.Name,
            scope.Account,
            scope.Region,
            ulong.Parse(fixture.Seed, CultureInfo.InvariantCulture),
            fixture.Profile,
            DateTimeOffset.FromUnixTimeMilliseconds(fixture.Anchor),
            fixture.Datapoints,
            fixture.Events,
            fixture.IsLive
        );
}
