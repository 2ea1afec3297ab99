using System.Text.Json;
using Emulator.Services.CloudWatch.Metrics;
using Emulator.Services.CloudWatch.Shapes;
using Emulator.Services.Logs.Ingestion;

namespace Emulator.Services.Logs.EmbeddedMetrics;

/// <summary>Takes the metrics out of documents of the embedded metric format.</summary>
/// <remarks>
/// A form that is wrong spoils the whole document; a value that is wrong, also by the rules of PutMetricData, spoils what depends on it.
/// </remarks>
/// <param name="metrics">Gets the values.</param>
/// <param name="now">When the events came in.</param>
/// <threadsafety>Not thread-safe.</threadsafety>
sealed class EmbeddedMetricsReader(SampleCollector metrics, DateTimeOffset now)
{
    const int MaxNamespaceLength = 255;
    const int MaxDimensions = 30;
    const int MaxDimensionNameLength = 250;
    const int MaxDimensionLength = 1024;
    const int MaxMetrics = 100;

    /// <summary>How many values were wrong.</summary>
    public int ValidationErrors { get; private set; }

    /// <exception cref="JsonException">The document is not of the right form.</exception>
    public void Read(EmbeddedDocument document)
    {
        if (!document.IsAlone)
        {
            throw new JsonException("Something follows the document.");
        }

        var time = EmbeddedForm.Time(document.Metadata);
        var directives = EmbeddedForm.Directives(document.Metadata);
        if (time is not { } timestamp || timestamp < now - LogLimits.MaxAge || timestamp > now + LogLimits.MaxLead)
        {
            ValidationErrors++;
            return;
        }

        foreach (var directive in directives)
        {
            Read(directive, document.Root, timestamp);
        }
    }

    void Read(EmbeddedDirective directive, JsonElement root, DateTimeOffset time)
    {
        if (
            directive is not { Namespace: { Length: > 0 and <= MaxNamespaceLength } ns, DimensionSets: [_, ..] }
            || ns.StartsWith("AWS/", StringComparison.Ordinal)
            || ns.StartsWith(':')
            || !NameRules.IsPlain(ns)
            || directive.Metrics.Count > MaxMetrics
        )
        {
            ValidationErrors++;
            return;
        }

        var sets = directive.DimensionSets.Select(set => Dimensions(set, root)).OfType<List<Dimension>>().ToList();
        foreach (var definition in directive.Metrics)
        {
            if (EmbeddedMetric.Read(definition, root) is not { } metric)
            {
                ValidationErrors++;
                continue;
            }

            foreach (var set in sets)
            {
                metric.Publish(metrics, ns, set, time);
            }
        }
    }

    /// <returns><c>null</c> when the set cannot be used.</returns>
    List<Dimension>? Dimensions(IReadOnlyList<string> names, JsonElement root)
    {
        var dimensions = new List<Dimension>(names.Count);
        foreach (var name in names.Distinct())
        {
            if (
                name.Length > MaxDimensionNameLength
                || name.StartsWith(':')
                || !NameRules.IsPlain(name)
                || !root.TryGetProperty(name, out var target)
                || target.ValueKind != JsonValueKind.String
                || target.GetString() is not { Length: <= MaxDimensionLength } value
                || !NameRules.IsPlain(value)
                || dimensions.Count == MaxDimensions
            )
            {
                ValidationErrors++;
                return null;
            }

            dimensions.Add(new Dimension { Name = name, Value = value });
        }

        return dimensions;
    }
}
