using System.Net;
using Emulator.Server.Control;
using Emulator.Server.Deliveries;
using Emulator.Server.Faults;
using Emulator.Server.Fixtures;
using Emulator.Server.Http;
using Emulator.Server.Requests;
using Emulator.Services;
using Emulator.Services.CloudWatch.Metrics;
using Emulator.Services.Fixtures;
using Emulator.Services.Fixtures.Loading;
using Emulator.Services.Resources;
using Emulator.Services.Time;
using Emulator.Storage;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Emulator.Server;

/// <summary>A running emulator: engine, HTTP server and what joins them.</summary>
/// <remarks>Kestrel is started by itself, without generic host and container: it halves the time to the first answer.</remarks>
sealed class EmulatorHost : IAsyncDisposable
{
    /// <summary>The longest a request line may be: a GET in the Query protocol carries all parameters in it.</summary>
    const int MaxRequestLine = 64 << 10;

    const int MaxRequestHeaders = 64 << 10;

    readonly EngineSlot _engine;
    readonly KestrelServer _http;
    readonly HttpTransport? _transport;
    readonly ILogger _logger;

    EmulatorHost(EngineSlot engine, KestrelServer http, HttpTransport? transport, ILogger logger)
    {
        _engine = engine;
        _http = http;
        _transport = transport;
        _logger = logger;
        Endpoint = AddressOf(http);
    }

    /// <summary>Where the emulator listens.</summary>
    public Uri Endpoint { get; }

    /// <summary>The engine that requests go to now; an import puts another in its place.</summary>
    public EmulatorEngine Engine => _engine.Current;

    /// <summary>What goes wrong on purpose.</summary>
    public required FaultRules Faults { get; init; }

    /// <summary>The last requests of AWS clients.</summary>
    public required ReceivedRequests Requests { get; init; }

    /// <summary>Starts an emulator; it answers when the task completes.</summary>
    /// <param name="onFixture">Told how far the load of a fixture has come, from 0 to 1, on any thread.</param>
    /// <exception cref="OptionException">The address cannot be listened on, or a fixture cannot be loaded.</exception>
    /// <exception cref="DataDirectoryException">The data directory cannot be used.</exception>
    public static async Task<EmulatorHost> StartAsync(
        ServerOptions options,
        ILoggerFactory logging,
        Action<string, double>? onFixture = null,
        CancellationToken cancel = default
    )
    {
        options = options with { Account = options.Account ?? FixtureFile.AccountOf(options.Fixtures) };
        var logger = logging.CreateLogger("Emulator");
        var behaviour = new EngineOptions
        {
            MetricRetention = RetentionRules.Standard.With(options.Retention),
            OnBackgroundError = (work, error) => Log.BackgroundWorkFailed(logger, error, work),
        };
        var transport = options.Deliver.IsEmpty ? null : new HttpTransport(options.Deliver);
        var engine = EmulatorEngine.Start(
            OpenStore(options),
            new EmulatorClock(),
            transport is null ? behaviour : behaviour with { Transport = transport }
        );

        var slot = new EngineSlot(engine);
        try
        {
            await PrepareAsync(slot, options, onFixture ?? (static (_, _) => { }), cancel);
        }
        catch
        {
            slot.Dispose();
            await slot.Current.DisposeAsync();
            transport?.Dispose();
            throw;
        }

        var faults = new FaultRules();
        var requests = new ReceivedRequests(options.Requests);
        var application = new EmulatorApplication(
            new AwsEndpoint(slot, faults, requests, options, logger),
            new ControlEndpoint(slot, faults, requests, new Scope(options.Account, options.Region)),
            new BrowserGuard(options)
        );
        var http = new KestrelServer(
            Options.Create(Limits(options)),
            new SocketTransportFactory(Options.Create(new SocketTransportOptions()), logging),
            logging
        );
        try
        {
            await http.StartAsync(application, cancel);
        }
        catch (Exception error) when (error is IOException or System.Net.Sockets.SocketException)
        {
            http.Dispose();
            await slot.Current.DisposeAsync();
            transport?.Dispose();
            throw new OptionException($"Cannot listen on {options.Host}:{options.Port}: {error.Message}");
        }

        return new EmulatorHost(slot, http, transport, logger) { Faults = faults, Requests = requests };
    }

    /// <summary>Loads a world, or an exported state in the place of nothing.</summary>
    /// <param name="fixture">A name, with a profile behind a colon or not, or the path of a file.</param>
    /// <exception cref="FixtureException">There is no such world, or it is wrong.</exception>
    public Task<FixtureSummary> LoadFixtureAsync(
        string fixture,
        FixtureOptions options,
        CancellationToken cancel = default
    ) => FixtureFile.Find(fixture).LoadAsync(Engine, options, cancel);

    /// <summary>Waits until the emulator is told to stop, or can no longer store what it is sent.</summary>
    /// <returns>0 when it was told to stop, 1 when it could not go on.</returns>
    public async Task<int> RunAsync(Task stop)
    {
        var failed = Engine.Store.Failed;
        if (await Task.WhenAny(stop, failed) == stop)
        {
            return 0;
        }

        Log.StoreFailed(_logger, new StoreFailedException(await failed).Message);
        return 1;
    }

    public async ValueTask DisposeAsync()
    {
        // Else the connections of sessions would keep the server until its patience ends.
        Engine.LogFeed.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));
        await _http.StopAsync(patience.Token);
        _http.Dispose();
        _engine.Dispose();
        try
        {
            await Engine.DisposeAsync();
        }
        catch (StoreFailedException)
        {
            // The journal has what the blocks lack; the next start replays it.
        }

        _transport?.Dispose();
    }

    /// <summary>Sets the clock and loads the fixtures, before anybody can call.</summary>
    static async Task PrepareAsync(
        EngineSlot slot,
        ServerOptions options,
        Action<string, double> onFixture,
        CancellationToken cancel
    )
    {
        if (options.FrozenAt is { } time)
        {
            await slot.Current.Scheduler.SetAsync(time, 0, cancel);
        }

        foreach (var name in options.Fixtures)
        {
            try
            {
                var fixture = FixtureFile.Find(name);
                if (fixture.IsExport)
                {
                    await fixture.ImportAsync(slot, cancel);
                    continue;
                }

                var how = new FixtureOptions
                {
                    Seed = options.FixtureSeed,
                    Live = options.Live,
                    OnProgress = share => onFixture(name, share),
                };
                await fixture.LoadAsync(slot.Current, how, cancel);
            }
            catch (FixtureException error)
            {
                throw new OptionException($"The fixture {name} cannot be loaded: {error.Message}");
            }
        }
    }

    static Store OpenStore(ServerOptions options)
    {
        var store = new StoreOptions { CacheBytes = options.CacheBytes, Durability = options.Durability };
        return options.Data is { } directory ? Store.Open(directory, store) : Store.InMemory(store);
    }

    static KestrelServerOptions Limits(ServerOptions options)
    {
        var kestrel = new KestrelServerOptions { AddServerHeader = false };
        kestrel.Limits.MaxRequestLineSize = MaxRequestLine;
        kestrel.Limits.MaxRequestHeadersTotalSize = MaxRequestHeaders;
        kestrel.Limits.MaxRequestBodySize = RequestBody.MaxBytes;
        var address = options.Host == "localhost" ? IPAddress.Loopback : ParseAddress(options.Host);
        kestrel.Listen(address, options.Port, listen => listen.Protocols = HttpProtocols.Http1);
        return kestrel;
    }

    static IPAddress ParseAddress(string host) =>
        IPAddress.TryParse(host, out var address)
            ? address
            : throw new OptionException($"--host must be an IP address or localhost, not '{host}'.");

    static Uri AddressOf(KestrelServer http)
    {
        var address = new Uri(http.Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return address.Host is "0.0.0.0" or "[::]" ? new UriBuilder(address) { Host = "127.0.0.1" }.Uri : address;
    }
}
