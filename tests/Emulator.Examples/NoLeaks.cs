using System.Diagnostics;

namespace Emulator.Examples;

/// <summary>Fails the run when the emulators of all tests together took too long, or have left files, sockets, threads or processes.</summary>
/// <remarks>What the runtime opens once is opened by a first emulator, before the count. Linux alone says what a process has open.</remarks>
public sealed class NoLeaks : IAsyncLifetime
{
    /// <summary>For a hundred emulators on two cores.</summary>
    static readonly TimeSpan Budget = TimeSpan.FromSeconds(20);

    readonly Stopwatch _elapsed = new();
    string[] _files = [];
    string[] _threads = [];

    public async ValueTask InitializeAsync()
    {
        var first = new CloudWatchFixture();
        await first.InitializeAsync();
        await first.Client.LogsAsync("DescribeLogGroups", "{}");
        await first.DisposeAsync();
        (_files, _threads) = (OpenFiles(), Threads());
        _elapsed.Start();
    }

    public ValueTask DisposeAsync()
    {
        var elapsed = _elapsed.Elapsed;

        Assert.Equal(_files, OpenFiles());
        Assert.Equal(_threads, Threads());
        Assert.Empty(Children());
        Assert.True(elapsed < Budget, $"The tests took {elapsed}.");
        return default;
    }

    /// <summary>
    /// What every open file, pipe and socket is, without the numbers that tell one of a kind from the next; assemblies stay open once loaded.
    /// </summary>
    static string[] OpenFiles() =>
        OperatingSystem.IsLinux()
            ?
            [
                .. Directory
                    .EnumerateFileSystemEntries("/proc/self/fd")
                    .Select(path => new FileInfo(path).LinkTarget)
                    .Where(target => target is not null && !target.StartsWith("/proc/", StringComparison.Ordinal))
                    .Where(target => !target!.EndsWith(".dll", StringComparison.Ordinal))
                    .Select(target => target!.Split(':')[0])
                    .Order(StringComparer.Ordinal),
            ]
            : [];

    /// <summary>The names of all threads but those of the pool, whose number the runtime decides.</summary>
    static string[] Threads() =>
        OperatingSystem.IsLinux()
            ?
            [
                .. Directory
                    .EnumerateDirectories("/proc/self/task")
                    .Select(path => File.ReadAllText(Path.Combine(path, "comm")).Trim())
                    .Where(name => !name.StartsWith(".NET TP", StringComparison.Ordinal))
                    .Order(StringComparer.Ordinal),
            ]
            : [];

    static string[] Children() =>
        OperatingSystem.IsLinux()
            ? File.ReadAllText($"/proc/self/task/{Environment.ProcessId}/children")
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            : [];
}
