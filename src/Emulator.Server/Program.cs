#pragma warning disable RS0030 // The program is the one place that talks to the terminal.
using System.Reflection;
using System.Runtime.InteropServices;
using Emulator.Server;
using Emulator.Storage;
using Microsoft.Extensions.Logging;

if (args is ["--help"] or ["-h"])
{
    Console.WriteLine(ServerOptions.Help);
    return 0;
}

if (args is ["--version"])
{
    Console.WriteLine(EmulatorVersion.Text);
    return 0;
}

if (args is ["health", ..])
{
    return await HealthProbe.RunAsync(args[1..]);
}

var stop = new TaskCompletionSource();
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);

try
{
    var options = ServerOptions.Parse(args, Environment.GetEnvironmentVariable);
    using var logging = new TerminalLogging(TextWriter.Synchronized(Console.Error), LogLevel.Warning);
    await using var host = await EmulatorHost.StartAsync(options, logging, ShowProgress);
    Console.WriteLine($"cloudwatch-emulator {EmulatorVersion.Text} listens on {host.Endpoint}");
    return await host.RunAsync(stop.Task);
}
catch (Exception error) when (error is OptionException or DataDirectoryException)
{
    Console.Error.WriteLine(error.Message);
    return 2;
}

void ShowProgress(string fixture, double share)
{
    if (!Console.IsErrorRedirected)
    {
        Console.Error.Write(share < 1 ? $"\rLoading {fixture}: {share:P0} " : $"\rLoading {fixture}: done\n");
    }
}

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.TrySetResult();
}

/// <summary>The statements above; named here because ASP.NET Core would make the class public otherwise.</summary>
sealed partial class Program;

/// <summary>The program's version.</summary>
static class EmulatorVersion
{
    public static readonly string Text = typeof(EmulatorVersion)
        .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
        .InformationalVersion.Split('+')[0];
}
