namespace Emulator.Benchmarks.Workloads;

/// <summary>One kind of load on the product, and what it is compared with.</summary>
/// <param name="Name">W1 to W9 with a letter for the wire format.</param>
/// <param name="Title">What it does, for people.</param>
/// <param name="Operation">The operation whose requests it sends.</param>
/// <param name="Reference">What it is compared with.</param>
/// <param name="Target">What the ratio must reach: at least so much of the reference's rate (at most so many times its time, for scans).</param>
/// <param name="Requests">The requests of a connection, sent round and round.</param>
sealed record Workload(
    string Name,
    string Title,
    string Operation,
    ReferenceKind Reference,
    Target? Target,
    Func<int, IReadOnlyList<byte[]>> Requests
)
{
    /// <summary>Puts the data in place that the requests read.</summary>
    public Action<Uri>? Prepare { get; init; }

    /// <summary>How many events the scanning reference holds.</summary>
    public int ScannedEvents { get; init; }

    /// <summary>A request to the reference, in JSON; <c>null</c> where the product's own serves.</summary>
    public byte[]? ReferenceRequest { get; init; }
}

/// <summary>The part of the reference's rate that the product must reach.</summary>
sealed record Target(double Ephemeral, double Durable);

/// <summary>What a workload is compared with.</summary>
enum ReferenceKind
{
    /// <summary>Reads the body, sends a fixed reply of the product's size.</summary>
    Floor,

    /// <summary>The same, with the body deserialized and the reply serialized by System.Text.Json.</summary>
    Parse,

    /// <summary>The same, with a vectorised search over the same messages.</summary>
    Scan,

    /// <summary>The same, with <see cref="System.Text.Json.JsonDocument"/> over the same messages.</summary>
    JsonScan,

    /// <summary>Nothing: only compared with other workloads.</summary>
    None,
}
