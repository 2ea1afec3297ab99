using System.Text.Json;
using Emulator.Services.CloudWatch.Metrics;
using Emulator.Services.CloudWatch.Shapes;
using Emulator.Services.Logs.Ingestion;

namespace Emulator.Services.Logs.EmbeddedMetrics;

/// <summary>A metric that a document defines, with its values.</summary>
sealed class EmbeddedMetric
{
    /// <summary>The limit of PutMetricData; the format itself speaks of 1024.</summary>
    const int MaxNameLength = 255;

    readonly string _name;
    readonly string _unit;
    readonly int _resolution;
    readonly EmbeddedValues _values;

    EmbeddedMetric(string name, string unit, int resolution, EmbeddedValues values)
    {
        _name = name;
        _unit = unit;
        _resolution = resolution;
        _values = values;
    }

    /// <param name="definition">An object.</param>
    /// <param name="root">The object whose member the definition names. Names are flat: a period in one is part of it.</param>
    /// <returns><c>null</c> when the definition or the value is not valid.</returns>
    public static EmbeddedMetric? Read(JsonElement definition, JsonElement root) =>
        EmbeddedForm.Text(definition, "Name") is { Length: > 0 and <= MaxNameLength } name
        && Unit(definition) is { } unit
        && Resolution(definition) is { } resolution
        && root.TryGetProperty(name, out var target)
        && EmbeddedValues.Read(target) is { } values
            ? new EmbeddedMetric(name, unit, resolution, values)
            : null;

    /// <summary>Adds the values under a set of dimensions.</summary>
    public void Publish(SampleCollector metrics, string ns, IReadOnlyList<Dimension> dimensions, DateTimeOffset time)
    {
        var key = new MetricKey(ns, _name, dimensions);
        foreach (var value in _values.Single)
        {
            metrics.Add(key, time, value, _unit, _resolution);
        }

        if (_values.Statistics(MetricSample.SlotOf(time, _resolution)) is { } statistics)
        {
            metrics.Add(new MetricSample(key, _unit, _resolution, statistics));
        }
    }

    /// <returns><c>null</c> for one that does not exist.</returns>
    static string? Unit(JsonElement definition) =>
        !definition.TryGetProperty("Unit", out _) ? StandardUnit.None
        : EmbeddedForm.Text(definition, "Unit") is { } unit && StandardUnit.All.Contains(unit) ? unit
        : null;

    /// <returns>Seconds; <c>null</c> for one that does not exist.</returns>
    static int? Resolution(JsonElement definition) =>
        !definition.TryGetProperty("StorageResolution", out var resolution) ? MetricSample.StandardResolution
        : resolution.ValueKind == JsonValueKind.Number
        && resolution.TryGetInt32(out var seconds)
        && seconds is MetricSample.StandardResolution or MetricSample.HighResolution
            ? seconds
        : null;
}
