using Emulator.SystemTests.Crash;

namespace Emulator.SystemTests.Data;

/// <summary>A disk that fills up under load: the server says so and stops, and loses nothing that it has acknowledged.</summary>
public sealed class FullDiskTests
{
    /// <summary>Runs a program with files of at most 16 MiB; a write beyond that fails instead of ending the program.</summary>
    static readonly string[] WithSmallFiles =
    [
        "sh",
        "-c",
        "trap '' XFSZ; ulimit -f $((16 * 1024 * 1024 / 512)); exec \"$0\" \"$@\"",
    ];

    [Fact]
    public async Task A_database_that_may_not_grow_any_more()
    {
        using var directory = new TemporaryDirectory();

        var writers = await FillAsync(directory.Path, WithSmallFiles);

        await VerifyAsync(directory.Path, writers);
    }

    /// <remarks>Where nothing can be mounted, the limit is set on the files instead.</remarks>
    [Fact]
    public async Task A_disk_that_is_full()
    {
        using var disk = MountedDisk.IsPossible ? new MountedDisk("size=24m") : null;
        using var directory = new TemporaryDirectory();
        var path = disk?.Path ?? directory.Path;

        var writers = await FillAsync(path, disk is null ? WithSmallFiles : []);

        disk?.Remount("size=256m");
        await VerifyAsync(path, writers);
    }

    /// <summary>Writes until nothing more can be written.</summary>
    static async Task<IReadOnlyList<CrashWriter>> FillAsync(string directory, string[] launcher)
    {
        var (server, client) = await ServerProcess.StartAsync(directory, launcher);
        await using var _ = server;
        using var __ = client;
        await CrashWriter.CreateGroupAsync(client);
        var writers = Enumerable
            .Range(0, 4)
            .Select(i => new CrashWriter($"writer-{i}", DateTimeOffset.UtcNow))
            .ToList();

        await Task.WhenAll(writers.Select(writer => writer.WriteUntilGoneAsync(client)));

        Assert.Equal(1, await server.WaitForExitAsync());
        Assert.Contains("The data directory can no longer be written", server.Errors);
        Assert.All(writers, writer => Assert.True(writer.Acknowledged > 10));
        return writers;
    }

    static async Task VerifyAsync(string directory, IReadOnlyList<CrashWriter> writers)
    {
        var (server, client) = await ServerProcess.StartAsync(directory);
        await using var _ = server;
        using var __ = client;
        foreach (var writer in writers)
        {
            await writer.VerifyAsync(client);
        }
    }
}
