using System.Buffers.Binary;
using Emulator.SystemTests.Crash;

namespace Emulator.SystemTests.Data;

/// <summary>Directories that the server cannot use: it says why, in one sentence, and touches nothing.</summary>
public sealed class DataDirectoryTests
{
    /// <summary>Where SQLite keeps <c>user_version</c> (sqlite.org/fileformat.html, section 1.3).</summary>
    const int UserVersionOffset = 60;

    const int Writes = 60;

    /// <summary>The exit code of a server that does not start.</summary>
    const int Refused = 2;

    [Fact]
    public async Task A_second_server_is_refused_and_the_first_goes_on()
    {
        using var directory = new TemporaryDirectory();
        var (first, client) = await ServerProcess.StartAsync(directory.Path);
        await using var _ = first;
        using var __ = client;
        await CrashWriter.CreateGroupAsync(client);

        Assert.Contains("is in use by another emulator", await RefusalAsync(directory.Path));

        await client.CallAsync("DescribeLogGroups", []);
        Assert.Equal(0, await first.StopAsync());
    }

    [Fact]
    public async Task A_directory_that_cannot_be_made_is_refused() =>
        Assert.Contains("cannot be written", await RefusalAsync("/proc/emulator"));

    [Fact]
    public async Task A_read_only_directory_is_refused_and_its_data_kept()
    {
        using var directory = new ReadOnlyDirectory();
        var writer = await WriteAsync(directory.Path);
        directory.MakeReadOnly();

        Assert.Contains("cannot be written", await RefusalAsync(directory.Path));

        directory.MakeWritable();
        await VerifyAsync(directory.Path, writer);
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused_and_its_data_kept()
    {
        using var directory = new TemporaryDirectory();
        var writer = await WriteAsync(directory.Path);
        var version = ReadVersion(directory);
        WriteVersion(directory, version + 1);

        Assert.Contains("was written by a newer version of the emulator", await RefusalAsync(directory.Path));

        WriteVersion(directory, version);
        await VerifyAsync(directory.Path, writer);
    }

    [Fact]
    public async Task A_truncated_database_is_refused_and_not_touched()
    {
        using var directory = new TemporaryDirectory();
        await WriteAsync(directory.Path);
        var file = directory.File("emulator.db");
        var half = File.ReadAllBytes(file)[..((int)new FileInfo(file).Length / 2)];
        File.WriteAllBytes(file, half);

        Assert.Contains("is damaged", await RefusalAsync(directory.Path));

        Assert.Equal(half, File.ReadAllBytes(file));
    }

    [Fact]
    public async Task A_flipped_bit_is_reported_or_changes_nothing()
    {
        using var directory = new TemporaryDirectory();
        var writer = await WriteAsync(directory.Path);
        var file = directory.File("emulator.db");
        var sound = File.ReadAllBytes(file);
        var random = new Random(Seed: 20260105);

        for (var round = 0; round < 10; round++)
        {
            var damaged = sound.ToArray();
            damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
            File.WriteAllBytes(file, damaged);
            await VerifyOrReportAsync(directory.Path, writer);
        }
    }

    [Fact]
    public async Task A_truncated_log_loses_no_more_than_what_was_cut_off()
    {
        using var directory = new TemporaryDirectory();
        var writer = await WriteAsync(directory.Path, kill: true);
        var log = directory.File("emulator.db-wal");
        var copies = Directory.GetFiles(directory.Path).ToDictionary(file => file, File.ReadAllBytes);
        var before = Writes;

        foreach (var share in new[] { 1.0, 0.9, 0.6, 0.3, 0.1, 0 })
        {
            foreach (var (file, bytes) in copies)
            {
                File.WriteAllBytes(file, bytes);
            }

            File.WriteAllBytes(log, copies[log][..(int)(copies[log].Length * share)]);
            var (server, client) = await ServerProcess.StartAsync(directory.Path);
            await using var _ = server;
            using var __ = client;
            var found = await writer.VerifyPrefixAsync(client);
            Assert.InRange(found, share == 1 ? Writes : 0, before);
            before = found;
            await server.KillAsync();
        }

        Assert.Equal(0, before);
    }

    /// <summary>Makes a directory with some writes in it.</summary>
    static async Task<CrashWriter> WriteAsync(string directory, bool kill = false)
    {
        var (server, client) = await ServerProcess.StartAsync(directory);
        await using var _ = server;
        using var __ = client;
        await CrashWriter.CreateGroupAsync(client);
        var writer = new CrashWriter("writer", DateTimeOffset.UtcNow);
        await writer.WriteAsync(client, Writes);
        if (kill)
        {
            await server.KillAsync();
        }
        else
        {
            Assert.Equal(0, await server.StopAsync());
        }

        return writer;
    }

    /// <returns>What a server says that does not start.</returns>
    static async Task<string> RefusalAsync(string directory)
    {
        await using var server = ServerProcess.Launch(directory);
        Assert.Equal(Refused, await server.WaitForExitAsync());
        return server.Errors;
    }

    static async Task VerifyAsync(string directory, CrashWriter writer)
    {
        var (server, client) = await ServerProcess.StartAsync(directory);
        await using var _ = server;
        using var __ = client;
        await writer.VerifyAsync(client);
    }

    static async Task VerifyOrReportAsync(string directory, CrashWriter writer)
    {
        try
        {
            await VerifyAsync(directory, writer);
        }
        catch (ServerEndedException refusal)
        {
            Assert.Contains("is damaged", refusal.Message);
        }
        catch (AwsFailure failure)
        {
            Assert.Contains("is damaged", failure.Answer);
        }
    }

    static int ReadVersion(TemporaryDirectory directory) =>
        BinaryPrimitives.ReadInt32BigEndian(File.ReadAllBytes(directory.File("emulator.db")).AsSpan(UserVersionOffset));

    static void WriteVersion(TemporaryDirectory directory, int version)
    {
        var bytes = File.ReadAllBytes(directory.File("emulator.db"));
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(UserVersionOffset), version);
        File.WriteAllBytes(directory.File("emulator.db"), bytes);
    }
}
