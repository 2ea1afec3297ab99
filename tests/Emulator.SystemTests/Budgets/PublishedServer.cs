using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Emulator.SystemTests.Budgets;

/// <summary>A server published as users get the emulator: one self-contained, trimmed, precompiled file.</summary>
sealed class PublishedServer(string program, string[] arguments)
{
    /// <summary>The emulator.</summary>
    public static PublishedServer Emulator { get; } =
        new(Publish("src/Emulator.Server", "cloudwatch-emulator"), ["--port", "0"]);

    /// <summary>Kestrel without a program behind it.</summary>
    public static PublishedServer Empty { get; } =
        new(Publish("tests/Emulator.EmptyServer", "Emulator.EmptyServer"), []);

    /// <summary>Bytes of all that is published.</summary>
    public long Size =>
        new DirectoryInfo(Path.GetDirectoryName(program)!)
            .EnumerateFiles("*", SearchOption.AllDirectories)
            .Sum(file => file.Length);

    /// <summary>Starts it and asks it one thing.</summary>
    public async Task<Costs> MeasureAsync()
    {
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                RedirectStandardOutput = true,
                Environment = { ["DOTNET_EnableDiagnostics"] = "0" },
            }
        )!;
        try
        {
            var line = await process.StandardOutput.ReadLineAsync();
            var endpoint = new Uri(line![line!.IndexOf("http://", StringComparison.Ordinal)..]);
            using var http = new HttpClient();
            using var request = new HttpRequestMessage(HttpMethod.Post, endpoint)
            {
                Content = new StringContent("{}"),
                Headers = { { "X-Amz-Target", "Logs_20140328.DescribeLogGroups" } },
            };
            using var answer = await http.SendAsync(request);
            answer.EnsureSuccessStatusCode();
            return new Costs(clock.Elapsed, ResidentBytes(process.Id));
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    static string Publish(string project, string name)
    {
        var directory = Path.Combine(SourceRoot.Path, "artifacts", "budgets", name);
        Command.Run(
            "dotnet",
            "publish",
            Path.Combine(SourceRoot.Path, project),
            "--configuration",
            "Release",
            "--runtime",
            RuntimeInformation.RuntimeIdentifier,
            "--output",
            directory,
            "-p:DebugType=none",
            "-p:GenerateDocumentationFile=false"
        );
        return Path.Combine(directory, name);
    }

    static long ResidentBytes(int process)
    {
        var line = File.ReadLines($"/proc/{process}/status")
            .First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture)
            * 1024;
    }
}

/// <summary>What a server costs.</summary>
/// <param name="FirstAnswer">From the start of the process to the first answer.</param>
/// <param name="IdleBytes">Memory that it occupies after that answer.</param>
sealed record Costs(TimeSpan FirstAnswer, long IdleBytes)
{
    /// <summary>The best of both: what disturbs a measurement only ever adds.</summary>
    public Costs Best(Costs other) =>
        new(FirstAnswer < other.FirstAnswer ? FirstAnswer : other.FirstAnswer, Math.Min(IdleBytes, other.IdleBytes));
}
