using Emulator.Benchmarks.Load;
using Emulator.Benchmarks.Workloads;

namespace Emulator.Benchmarks;

/// <summary>Measures workloads on the product and on their references, turn by turn, so that a drift of the machine meets both.</summary>
sealed class BenchmarkRun(BenchmarkOptions options)
{
    const int Turns = 3;

    public IEnumerable<BenchmarkResult> Run(IEnumerable<Workload> workloads)
    {
        foreach (var durable in (bool[])[false, true])
        {
            foreach (var workload in workloads.Where(workload => options.Includes(workload.Name)))
            {
                foreach (var result in Measure(workload, durable))
                {
                    yield return result;
                }
            }
        }
    }

    IEnumerable<BenchmarkResult> Measure(Workload workload, bool durable)
    {
        var data = durable ? Directory.CreateTempSubdirectory("benchmark").FullName : null;
        try
        {
            using var product = ServerProcess.Start(options.Product, durable ? ["--data", data!] : []);
            workload.Prepare?.Invoke(product.Address);
            using var reference = StartReference(workload, product.Address);
            foreach (var connections in (int[])[1, 16])
            {
                yield return Compare(workload, durable, connections, product, reference);
            }
        }
        finally
        {
            if (data is not null)
            {
                Directory.Delete(data, recursive: true);
            }
        }
    }

    BenchmarkResult Compare(
        Workload workload,
        bool durable,
        int connections,
        ServerProcess product,
        ServerProcess? reference
    )
    {
        var requests = Enumerable.Range(0, connections).Select(workload.Requests).ToList();
        var ours = new List<Measurement>();
        var theirs = new List<Measurement>();
        LoadRun.Measure(product.Address, connections, options.WarmUp, Ours);
        if (reference is not null)
        {
            LoadRun.Measure(reference.Address, connections, options.WarmUp, Theirs);
        }

        for (var turn = 0; turn < Turns; turn++)
        {
            ours.Add(LoadRun.Measure(product.Address, connections, options.Duration, Ours));
            if (reference is not null)
            {
                theirs.Add(LoadRun.Measure(reference.Address, connections, options.Duration, Theirs));
            }
        }

        return new BenchmarkResult(
            workload.Name,
            workload.Title,
            durable,
            connections,
            workload.Reference,
            Measurement.MedianOf(ours),
            theirs.Count == 0 ? null : Measurement.MedianOf(theirs),
            durable ? workload.Target?.Durable : workload.Target?.Ephemeral,
            product.ResidentBytes
        );

        byte[] Ours(int connection, int n) => requests[connection][n % requests[connection].Count];
        byte[] Theirs(int connection, int n) => workload.ReferenceRequest ?? Ours(connection, n);
    }

    /// <summary>Starts the reference with what the product answers, so that both send as much.</summary>
    static ServerProcess? StartReference(Workload workload, Uri product)
    {
        if (workload.Reference == ReferenceKind.None)
        {
            return null;
        }

        using var connection = new HttpConnection(product);
        var answer = connection.Exchange(workload.ReferenceRequest ?? workload.Requests(0)[0]);
        var reply = Path.GetTempFileName();
        File.WriteAllBytes(reply, answer.Body.ToArray());
        return ServerProcess.Start(
            Environment.ProcessPath!,
            "reference",
            "--kind",
            $"{workload.Reference}",
            "--operation",
            workload.Operation,
            "--events",
            $"{workload.ScannedEvents}",
            "--reply",
            reply
        );
    }
}
