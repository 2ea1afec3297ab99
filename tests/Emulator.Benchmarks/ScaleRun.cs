using System.Diagnostics;
using System.Text;
using Emulator.Benchmarks.Load;
using Emulator.Benchmarks.Workloads;

namespace Emulator.Benchmarks;

/// <summary>Ten million events and ten million datapoints on disk: how large they are, how fast a start on them is, how much memory queries take.</summary>
sealed class ScaleRun(BenchmarkOptions options)
{
    const int Millions = 10;

    public void Run()
    {
        var data = Directory.CreateTempSubdirectory("benchmark").FullName;
        try
        {
            using (var product = ServerProcess.Start(options.Product, "--data", data))
            {
                var clock = Stopwatch.StartNew();
                LogWorkloads.PutEvents(product.Address, "scale", Millions * 1_000_000, LogMessages.Message);
                Print(
                    "log events put",
                    $"{Millions}M in {clock.Elapsed.TotalSeconds:N1} s, {Megabytes(data)} MB on disk"
                );

                clock.Restart();
                var before = Megabytes(data);
                MetricWorkloads.PutManySeries(product.Address, "BenchScale", 1000, Millions * 1000);
                Print(
                    "datapoints put",
                    $"{Millions}M in {clock.Elapsed.TotalSeconds:N1} s, {Megabytes(data) - before} MB more on disk"
                );
                product.Stop();
            }

            var start = Stopwatch.StartNew();
            using var again = ServerProcess.Start(options.Product, "--data", data);
            Print("start on them", $"{start.Elapsed.TotalMilliseconds:N0} ms, {again.ResidentBytes >> 20} MB resident");

            Time(again, "a term in all events", LogWorkloads.FilterRequest("scale", LogMessages.RareTerm));
            Time(again, "a term in all events again", LogWorkloads.FilterRequest("scale", LogMessages.RareTerm));
            Time(again, "statistics of one day", MetricWorkloads.StatisticsOfSeries(7));
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    static void Time(ServerProcess product, string what, byte[] request)
    {
        using var connection = new HttpConnection(product.Address);
        var clock = Stopwatch.StartNew();
        var answer = connection.Exchange(request);
        if (answer.Status != 200)
        {
            throw new InvalidOperationException(Encoding.UTF8.GetString(answer.Body.Span));
        }

        Print(
            what,
            $"{clock.Elapsed.TotalMilliseconds:N0} ms, {answer.Body.Length / 1024} KB, {product.ResidentBytes >> 20} MB resident"
        );
    }

    static void Print(string what, string result) => Console.WriteLine($"{what, -28} {result}");

    static long Megabytes(string directory) =>
        new DirectoryInfo(directory).EnumerateFiles().Sum(file => file.Length) >> 20;
}
