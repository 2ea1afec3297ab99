using Emulator.Server.Faults;
using Emulator.Server.Requests;
using Emulator.Services;
using Emulator.Services.Deliveries;
using Emulator.Services.Fixtures;
using Emulator.Services.Fixtures.Loading;
using Emulator.Services.Resources;
using Emulator.Services.Time;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Emulator.Server;

/// <summary>An emulator in the process of the test that uses it, on a port of its own.</summary>
/// <example>
/// <code>
/// await using var cloudWatch = await CloudWatchEmulator.StartAsync();
/// var client = new AmazonCloudWatchClient(credentials, new AmazonCloudWatchConfig { ServiceURL = cloudWatch.Endpoint.ToString() });
/// await cloudWatch.Clock.Advance(TimeSpan.FromHours(1));
/// </code>
/// </example>
/// <threadsafety>Safe from any thread. Emulators in one process share nothing.</threadsafety>
public sealed class CloudWatchEmulator : IAsyncDisposable
{
    readonly EmulatorHost _host;

    CloudWatchEmulator(EmulatorHost host)
    {
        _host = host;
        Clock = new EmulatorTime(host);
    }

    /// <summary>Where the emulator listens, such as <c>http://127.0.0.1:49153/</c>: the service URL of an AWS client.</summary>
    public Uri Endpoint => _host.Endpoint;

    internal EmulatorEngine Engine => _host.Engine;

    /// <summary>The emulated time, to be read and moved.</summary>
    public EmulatorTime Clock { get; }

    /// <summary>What is to go wrong, and with which requests; nothing by default.</summary>
    public FaultRules Faults => _host.Faults;

    /// <summary>The requests that AWS clients have sent, to be asserted on.</summary>
    public ReceivedRequests Requests => _host.Requests;

    /// <summary>What alarms and subscriptions have sent, or would have: to be asserted on, waited for and cleared.</summary>
    public DeliveryLog Deliveries => new(_host.Engine);

    /// <summary>Starts an emulator; it answers when the task completes.</summary>
    /// <param name="options">What it is to be like; <c>null</c> for the defaults: in memory, any free port, real time.</param>
    /// <param name="logging">Where errors of the emulator itself go; nowhere by default.</param>
    /// <exception cref="OptionException">The port cannot be listened on, or a fixture cannot be loaded.</exception>
    /// <exception cref="Storage.DataDirectoryException">The data directory cannot be used.</exception>
    public static async Task<CloudWatchEmulator> StartAsync(
        CloudWatchEmulatorOptions? options = null,
        ILoggerFactory? logging = null,
        CancellationToken cancel = default
    )
    {
        options ??= new CloudWatchEmulatorOptions();
        var host = await EmulatorHost.StartAsync(
            options.ToServerOptions(),
            logging ?? NullLoggerFactory.Instance,
            cancel: cancel
        );
        return new CloudWatchEmulator(host);
    }

    /// <summary>Loads a world with generated data, which ends at the emulated now; does nothing when it has been loaded before.</summary>
    /// <remarks>The data is in the account of the world, <c>123456789012</c> for those that come along, unless the options name another.</remarks>
    /// <param name="fixture"><c>sms</c>, <c>chime</c>, <c>connect</c>, <c>empty</c>, or the path of a file; docs/fixtures.md describes the format.</param>
    /// <param name="options">Seed, profile, account and whether it goes on; <c>null</c> for the defaults.</param>
    /// <exception cref="FixtureException">There is no such world, or it is wrong.</exception>
    public Task<FixtureSummary> LoadFixtureAsync(
        string fixture,
        FixtureOptions? options = null,
        CancellationToken cancel = default
    ) => _host.LoadFixtureAsync(fixture, options ?? new FixtureOptions(), cancel);

    /// <summary>Drops all resources, metrics and log events, of every account and region. The clock, the faults and the requests stay.</summary>
    public Task ResetAsync() => new StateControl(_host.Engine).ResetAsync();

    /// <summary>Drops all that one account has in one region.</summary>
    /// <param name="account">Twelve digits.</param>
    public Task ResetAsync(string account, string region) =>
        new StateControl(_host.Engine).ResetAsync(new Scope(account, region));

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}

/// <summary>The emulated time of one emulator.</summary>
/// <remarks>Moving it forward runs everything that falls due on the way, in due order, and completes when that is done.</remarks>
public sealed class EmulatorTime
{
    readonly EmulatorHost _host;

    internal EmulatorTime(EmulatorHost host) => _host = host;

    Scheduler Scheduler => _host.Engine.Scheduler;

    /// <summary>What time it is in the emulator.</summary>
    public DateTimeOffset Now => Provider.GetUtcNow();

    /// <summary>The same as a <see cref="TimeProvider"/>, for the code under test.</summary>
    public TimeProvider Provider => _host.Engine.Clock;

    /// <summary>Stops time, where it is or at a moment.</summary>
    /// <param name="time">A later moment is advanced to; an earlier one is set. <c>null</c> for now.</param>
    public Task Freeze(DateTimeOffset? time = null, CancellationToken cancel = default) =>
        Scheduler.SetAsync(time ?? Now, 0, cancel);

    /// <summary>Moves time forward.</summary>
    /// <param name="span">How far; not negative.</param>
    public Task Advance(TimeSpan span, CancellationToken cancel = default) => Scheduler.AdvanceAsync(span, cancel);

    /// <summary>Sets the time: forward as <see cref="Advance"/>, backward without running anything.</summary>
    public Task Set(DateTimeOffset time, CancellationToken cancel = default) => Scheduler.SetAsync(time, null, cancel);

    /// <summary>Lets time pass at another rate.</summary>
    /// <param name="rate">Emulated seconds per real second, 0 or more.</param>
    public Task SetRate(double rate, CancellationToken cancel = default) => Scheduler.SetRateAsync(rate, cancel);

    /// <summary>Returns to the machine's time.</summary>
    public Task UseRealTime(CancellationToken cancel = default) => Scheduler.UseRealTimeAsync(cancel);
}
