namespace Emulator.SystemTests.Crash;

/// <summary>Whatever moment the process is killed at: what it has acknowledged is there once, and nothing is there by half.</summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    const int Writers = 4;

    /// <summary>After so many rounds a new directory is begun, so that the last check of all rounds stays short.</summary>
    const int RoundsPerDirectory = 20;

    /// <summary><c>EMULATOR_CRASH_ROUNDS</c>; 20 by default.</summary>
    static int Rounds =>
        int.Parse(Environment.GetEnvironmentVariable("EMULATOR_CRASH_ROUNDS") ?? $"{RoundsPerDirectory}");

    [Fact]
    public async Task Every_acknowledged_write_survives_a_kill()
    {
        var seed = int.Parse(Environment.GetEnvironmentVariable("EMULATOR_CRASH_SEED") ?? "20260105");
        output.WriteLine($"Seed {seed}");
        var random = new Random(seed);
        for (var done = 0; done < Rounds; done += RoundsPerDirectory)
        {
            await RunAsync(Math.Min(RoundsPerDirectory, Rounds - done), random);
        }
    }

    [Fact]
    public async Task Every_acknowledged_write_survives_a_kill_with_power_loss_durability() =>
        await RunAsync(rounds: 3, new Random(1), "--durability", "power-loss");

    async Task RunAsync(int rounds, Random random, params string[] options)
    {
        using var directory = new TemporaryDirectory();
        var all = new List<CrashWriter>();
        for (var round = 0; round < rounds; round++)
        {
            var writers = Enumerable
                .Range(0, Writers)
                .Select(i => new CrashWriter($"{round}-{i}", DateTimeOffset.UtcNow))
                .ToList();
            await CrashAsync(directory.Path, writers, isFirst: round == 0, random, options);
            await CrashAtStartAsync(directory.Path, random, options);
            await VerifyAsync(directory.Path, writers, kill: random.Next(2) == 0, options);
            all.AddRange(writers);
            output.WriteLine($"Round {round}: {writers.Sum(writer => writer.Acknowledged)} writes");
        }

        await VerifyAsync(directory.Path, all, kill: false, options);
        await VerifyAsync(directory.Path, all, kill: false, options);
        Assert.All(all, writer => Assert.True(writer.Acknowledged > 0));
    }

    static async Task CrashAsync(
        string directory,
        IReadOnlyList<CrashWriter> writers,
        bool isFirst,
        Random random,
        string[] options
    )
    {
        var (server, client) = await ServerProcess.StartAsync(directory, options: options);
        await using var _ = server;
        using var __ = client;
        if (isFirst)
        {
            await CrashWriter.CreateGroupAsync(client);
        }

        var writing = Task.WhenAll(writers.Select(writer => writer.WriteUntilGoneAsync(client)));
        while (writers.Any(writer => writer.Acknowledged == 0) && !writing.IsCompleted)
        {
            await Task.Yield();
        }

        await Task.Delay(random.Next(400));
        await server.KillAsync();
        await writing;
    }

    /// <summary>Kills a server that is only just starting, and perhaps recovering.</summary>
    static async Task CrashAtStartAsync(string directory, Random random, string[] options)
    {
        await using var server = ServerProcess.Launch(directory, options: options);
        await Task.Delay(random.Next(500));
        await server.KillAsync();
    }

    /// <summary>Restarts and compares; then the server ends, one way or the other.</summary>
    static async Task VerifyAsync(string directory, IEnumerable<CrashWriter> writers, bool kill, string[] options)
    {
        var (server, client) = await ServerProcess.StartAsync(directory, options: options);
        await using var _ = server;
        using var __ = client;
        foreach (var writer in writers)
        {
            await writer.VerifyAsync(client);
        }

        if (kill)
        {
            await server.KillAsync();
        }
        else
        {
            Assert.Equal(0, await server.StopAsync());
        }
    }
}
