using System.Diagnostics;
using System.Text;

namespace Emulator.SystemTests;

/// <summary>The program as a user starts it.</summary>
sealed class ServerProcess : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    readonly Process _process;

    // Process is not safe for several threads: a second WaitForExitAsync at the same time can miss the end.
    readonly Task _ended;
    readonly StringBuilder _errors = new();
    readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    ServerProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => ReadError(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _ended = process.WaitForExitAsync();
    }

    /// <summary>The program under test: the one that was built with the tests, or the one that <c>EMULATOR_PROGRAM</c> names.</summary>
    public static string Program { get; } =
        Environment.GetEnvironmentVariable("EMULATOR_PROGRAM")
        ?? Path.Combine(AppContext.BaseDirectory, "cloudwatch-emulator");

    /// <summary>What it has written to its standard error.</summary>
    public string Errors
    {
        get
        {
            lock (_errors)
            {
                return _errors.ToString();
            }
        }
    }

    /// <summary>Starts it on any free port.</summary>
    /// <param name="launcher">A program, with arguments, that is given the command line to start; none by default.</param>
    public static ServerProcess Launch(
        string dataDirectory,
        IEnumerable<string>? launcher = null,
        params string[] options
    )
    {
        string[] command = [.. launcher ?? [], Program, "--port", "0", "--data", dataDirectory, .. options];
        var process = new Process
        {
            StartInfo = new ProcessStartInfo(command[0], command[1..])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,

                // A killed process would leave the pipes of its debugger in the temporary directory.
                Environment = { ["DOTNET_EnableDiagnostics"] = "0" },
            },
        };
        return new ServerProcess(process);
    }

    /// <summary>Starts it and waits until it listens.</summary>
    public static async Task<(ServerProcess Server, AwsClient Client)> StartAsync(
        string dataDirectory,
        IEnumerable<string>? launcher = null,
        params string[] options
    )
    {
        var server = Launch(dataDirectory, launcher, options);
        if (await Task.WhenAny(server._listening.Task, server._ended).WaitAsync(Patience) == server._ended)
        {
            await server.DisposeAsync();
            throw new ServerEndedException(server.Errors);
        }

        return (server, new AwsClient(await server._listening.Task));
    }

    /// <summary>Ends it with SIGKILL.</summary>
    public async Task KillAsync()
    {
        lock (_ended)
        {
            _process.Kill();
        }

        await WaitForExitAsync();
    }

    /// <summary>Asks it to end with SIGTERM.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> StopAsync()
    {
        Command.Run("kill", "-TERM", $"{_process.Id}");
        return await WaitForExitAsync();
    }

    /// <returns>Its exit code.</returns>
    public async Task<int> WaitForExitAsync()
    {
        await _ended.WaitAsync(Patience);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_ended.IsCompleted)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    void Read(string? line)
    {
        const string Announcement = " listens on ";
        if (line?.IndexOf(Announcement, StringComparison.Ordinal) is >= 0 and var at)
        {
            _listening.TrySetResult(new Uri(line[(at + Announcement.Length)..]));
        }
    }

    void ReadError(string? line)
    {
        lock (_errors)
        {
            _errors.AppendLine(line);
        }
    }
}

/// <summary>The server has ended instead of listening.</summary>
/// <param name="errors">What it has said.</param>
sealed class ServerEndedException(string errors) : Exception(errors);
