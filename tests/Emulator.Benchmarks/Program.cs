using System.Text.Json;
using Emulator.Benchmarks;
using Emulator.Benchmarks.References;
using Emulator.Benchmarks.Workloads;

if (args is ["reference", ..])
{
    var kind = Enum.Parse<ReferenceKind>(Value("--kind")!);
    var reply = File.ReadAllBytes(Value("--reply")!);
    var answer = kind switch
    {
        ReferenceKind.Floor => _ => reply,
        ReferenceKind.Parse => ParsedShapes.Handler(Value("--operation")!, reply),
        ReferenceKind.JsonScan => JsonScanReference.Handler(int.Parse(Value("--events")!, null), reply),
        _ => ScanReference.Handler(int.Parse(Value("--events")!, null), reply),
    };
    await ReferenceServer.RunAsync(int.Parse(Value("--port")!, null), answer);
    return 0;
}

if (Value("--product") is not { } product)
{
    Console.Error.WriteLine(
        "usage: benchmarks --product PATH [--scale | --alarms | --queries] [--json FILE] [--seconds N] [WORKLOAD ...]"
    );
    return 2;
}

var options = new BenchmarkOptions
{
    Product = product,
    JsonPath = Value("--json"),
    Duration = TimeSpan.FromSeconds(double.Parse(Value("--seconds") ?? "2", null)),
    Names =
    [
        .. args.Where(
            (argument, i) =>
                !argument.StartsWith('-') && (i == 0 || !args[i - 1].StartsWith("--", StringComparison.Ordinal))
        ),
    ],
};

if (args.Contains("--scale"))
{
    new ScaleRun(options).Run();
    return 0;
}

if (args.Contains("--alarms"))
{
    new AlarmRun(options).Run();
    return 0;
}

if (args.Contains("--queries"))
{
    new QueryRun(options).Run();
    return 0;
}

Console.WriteLine(BenchmarkResult.Header);
var results = new List<BenchmarkResult>();
foreach (
    var result in new BenchmarkRun(options).Run(
        MetricWorkloads.All().Concat(LogWorkloads.All()).Concat(MetricWorkloads.Expressions())
    )
)
{
    Console.WriteLine(result);
    results.Add(result);
}

if (options.JsonPath is { } path)
{
    File.WriteAllText(path, JsonSerializer.Serialize(results, BenchmarkJson.Default.IReadOnlyListBenchmarkResult));
}

return 0;

string? Value(string name)
{
    var at = Array.IndexOf(args, name);
    return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
}
