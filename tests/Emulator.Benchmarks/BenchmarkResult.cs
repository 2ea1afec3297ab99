using System.Text.Json.Serialization;
using Emulator.Benchmarks.Load;
using Emulator.Benchmarks.Workloads;

namespace Emulator.Benchmarks;

/// <summary>One row of the report: a workload at a number of connections, ephemeral or durable.</summary>
/// <param name="Target">The least ratio; <c>null</c> when there is none.</param>
/// <param name="ResidentBytes">The product's memory after the run.</param>
sealed record BenchmarkResult(
    string Name,
    string Title,
    bool Durable,
    int Connections,
    ReferenceKind ReferenceKind,
    Measurement Product,
    Measurement? Reference,
    double? Target,
    long ResidentBytes
)
{
    /// <summary>The product's rate in parts of the reference's.</summary>
    public double? Ratio => Reference is null ? null : Product.PerSecond / Reference.PerSecond;

    public const string Header =
        "workload    mode       conn   product/s   median ms      p99 ms  reference/s  ratio  target   memory MB  what";

    public override string ToString()
    {
        var verdict =
            Target is null ? ""
            : Ratio >= Target ? "  ok"
            : "  LOW";
        return $"{Name, -11} {(Durable ? "durable" : "ephemeral"), -9} {Connections, 5} {Product.PerSecond, 11:N0} {Product.Median, 11:N3} {Product.P99, 11:N3} "
            + $"{Reference?.PerSecond, 12:N0} {Ratio, 6:P0} {Target, 5:P0}{verdict, -5} {ResidentBytes >> 20, 8}  {Title}";
    }
}

/// <summary>Results as JSON, so that runs can be compared.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, UseStringEnumConverter = true)]
[JsonSerializable(typeof(IReadOnlyList<BenchmarkResult>))]
sealed partial class BenchmarkJson : JsonSerializerContext;
