using System.Text.Json;
using Emulator.Services.CloudWatch.Metrics;
using Emulator.Services.Logs.Ingestion;

namespace Emulator.Services.Logs.EmbeddedMetrics;

/// <summary>The values of an embedded metric: a number, numbers, or the statistics that OpenTelemetry's exporter writes.</summary>
sealed class EmbeddedValues
{
    const int MaxCount = 100;

    readonly (double Count, double Sum, double Minimum, double Maximum)? _set;
    readonly (double[] Values, double[] Counts)? _distribution;

    EmbeddedValues(
        IReadOnlyList<double> single,
        (double, double, double, double)? set = null,
        (double[], double[])? distribution = null
    )
    {
        Single = single;
        _set = set;
        _distribution = distribution;
    }

    /// <summary>Values that occurred once each.</summary>
    public IReadOnlyList<double> Single { get; }

    /// <returns><c>null</c> when they are not valid.</returns>
    public static EmbeddedValues? Read(JsonElement target) =>
        target.ValueKind switch
        {
            JsonValueKind.Number => Numbers([target]) is { } one ? new EmbeddedValues(one) : null,
            JsonValueKind.Array => Numbers([.. target.EnumerateArray()]) is { } many ? new EmbeddedValues(many) : null,
            JsonValueKind.Object when target.TryGetProperty("Values", out _) => Distribution(target),
            JsonValueKind.Object => Set(target),
            _ => null,
        };

    /// <summary>Values that are known by their statistics or by how often they occurred; <c>null</c> when there are none.</summary>
    /// <param name="slot">Seconds since the epoch.</param>
    public Bucket? Statistics(long slot) =>
        _set is var (count, sum, minimum, maximum) ? Bucket.OfStatistics(slot, count, sum, minimum, maximum)
        : _distribution is var (values, counts) ? Bucket.OfValues(slot, [.. values], [.. counts])
        : null;

    static EmbeddedValues? Distribution(JsonElement target)
    {
        var values = Member(target, "Values");
        var counts = Member(target, "Counts");
        return
            values is null
            || counts is null
            || values.Length == 0
            || values.Length != counts.Length
            || counts.Any(count => count <= 0)
            ? null
            : new EmbeddedValues([], distribution: (values, counts));
    }

    static EmbeddedValues? Set(JsonElement target) =>
        Number(target, "Count") is > 0 and var count
        && Number(target, "Sum") is { } sum
        && Number(target, "Min") is { } minimum
        && Number(target, "Max") is { } maximum
        && minimum <= maximum
            ? new EmbeddedValues([], set: (count, sum, minimum, maximum))
            : null;

    static double? Number(JsonElement target, string name) =>
        target.TryGetProperty(name, out var member) && Numbers([member]) is [var number] ? number : null;

    static double[]? Member(JsonElement target, string name) =>
        target.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Array
            ? Numbers([.. member.EnumerateArray()])
            : null;

    /// <returns><c>null</c> when there are too many, or when one is not a number that can be published.</returns>
    static double[]? Numbers(IReadOnlyList<JsonElement> elements)
    {
        var numbers = new double[elements.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            if (
                elements[i].ValueKind != JsonValueKind.Number
                || !elements[i].TryGetDouble(out numbers[i])
                || !SampleCollector.IsPublishable(numbers[i])
            )
            {
                return null;
            }
        }

        return numbers.Length <= MaxCount ? numbers : null;
    }
}
