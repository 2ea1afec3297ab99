using System.Diagnostics;

namespace Emulator.SystemTests;

/// <summary>Runs programs of the operating system.</summary>
static class Command
{
    /// <exception cref="InvalidOperationException">The program has failed.</exception>
    public static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program}: {error}");
        }
    }
}
