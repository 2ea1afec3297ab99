using Emulator.Server;

[assembly: AssemblyFixture(typeof(Emulator.Examples.NoLeaks))]

namespace Emulator.Examples;

/// <summary>An emulator for each test that asks for one: time stands still until the test moves it.</summary>
public sealed class CloudWatchFixture : IAsyncLifetime
{
    /// <summary>When every test begins.</summary>
    public static readonly DateTimeOffset Start = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    CloudWatchEmulator? _emulator;
    AwsJsonClient? _client;

    public CloudWatchEmulator Emulator => _emulator!;

    /// <summary>Stands for the clients of AWSSDK.CloudWatch and AWSSDK.CloudWatchLogs; the README shows those.</summary>
    public AwsJsonClient Client => _client!;

    public async ValueTask InitializeAsync()
    {
        _emulator = await CloudWatchEmulator.StartAsync(new CloudWatchEmulatorOptions { FrozenAt = Start });
        _client = new AwsJsonClient(_emulator.Endpoint);
    }

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        if (_emulator is not null)
        {
            await _emulator.DisposeAsync();
        }
    }
}
