using System.Diagnostics;

namespace Emulator.SystemTests;

/// <summary>Runs programs of the operating system.</summary>
static class Command
{
    /// <exception cref="InvalidOperationException">The program has failed.</exception>
    public static void Run(string program, params string[] arguments) => Output(program, arguments);

    /// <returns>What the program has written to its standard output.</returns>
    /// <exception cref="InvalidOperationException">The program has failed.</exception>
    public static string Output(string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{program}: {output}{error.GetAwaiter().GetResult()}");
    }
}
