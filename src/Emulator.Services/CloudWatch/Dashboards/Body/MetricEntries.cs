using Emulator.Protocol.Json;
using static Emulator.Services.CloudWatch.Dashboards.Body.BodyRules;

namespace Emulator.Services.CloudWatch.Dashboards.Body;

/// <summary>Reads the <c>metrics</c> of a widget, in which an entry may refer to the one before it by <c>.</c> and <c>...</c>.</summary>
static class MetricEntries
{
    public const int MaxEntries = 500;

    static readonly BodyRule Options = Members(
        [],
        ("color", WidgetAnnotations.Color),
        ("label", Text),
        ("id", Text),
        ("period", Period),
        ("stat", Text),
        ("visible", BodyRules.Boolean),
        ("yAxis", OneOf("left", "right")),
        ("region", Text),
        ("accountId", Text),
        ("expression", Text)
    );

    /// <summary>Reports what is wrong with the entries.</summary>
    public static void Check(JsonTree value, string path, BodyReport report) => Read(value, path, report);

    /// <summary>Reads the entries that are right and reports those that are not.</summary>
    public static IReadOnlyList<MetricEntry> Read(JsonTree value, string path, BodyReport report)
    {
        var entries = new List<MetricEntry>();
        if (value is not JsonTree.Array metrics)
        {
            report.Error(path, "Should be array");
            return entries;
        }

        CheckCount(metrics, path, report, 0, MaxEntries);
        IReadOnlyList<string> previous = [];
        foreach (var (index, item) in metrics.Items.Index())
        {
            if (ReadEntry(item, previous, $"{path}/{index}", report) is { } entry)
            {
                entries.Add(entry);
                previous = entry.Metric.Count > 0 ? entry.Metric : previous;
            }
        }

        if (entries.Count(IsInsightsQuery) > 1)
        {
            report.Error(path, "Should NOT have more than 1 Metrics Insights query");
        }

        return entries;
    }

    static MetricEntry? ReadEntry(JsonTree item, IReadOnlyList<string> previous, string path, BodyReport report)
    {
        if (item is not JsonTree.Array { Items: var items })
        {
            report.Error(path, "Should be array");
            return null;
        }

        var options = items is [.., JsonTree.Object last] ? last : null;
        var names = items.SkipLast(options is null ? 0 : 1).ToList();
        if (names.Exists(name => name is not JsonTree.String))
        {
            report.Error(path, "Invalid metric field type, only \"String\" type is allowed");
            return null;
        }

        if (options is not null)
        {
            Options(options, $"{path}/{names.Count}", report);
        }

        var entry = new MetricEntry(
            Expand([.. names.Cast<JsonTree.String>().Select(name => name.Text)], previous),
            options
        );
        return IsWhole(entry, path, report) ? entry : null;
    }

    /// <summary>An entry is an expression, or namespace and name with any number of dimensions.</summary>
    static bool IsWhole(MetricEntry entry, string path, BodyReport report)
    {
        if (entry.Expression is not null)
        {
            if (entry.Metric.Count > 0)
            {
                report.Error(path, "Should NOT have more than 1 items");
                return false;
            }

            return true;
        }

        var count = entry.Metric.Count;
        if (count < 2 || count % 2 != 0)
        {
            report.Error(path, $"Should NOT have fewer than {Math.Max(2, count + 1)} items");
            return false;
        }

        return true;
    }

    /// <summary>
    /// <c>.</c> stands for what the previous entry has at this place; <c>...</c> for all that it has from this place on, as far as the rest of this
    /// entry leaves it.
    /// </summary>
    static List<string> Expand(IReadOnlyList<string> names, IReadOnlyList<string> previous)
    {
        var result = new List<string>();
        foreach (var (index, name) in names.Index())
        {
            switch (name)
            {
                case "..." when names.Count - index - 1 is var rest:
                    result.AddRange(previous.Skip(result.Count).SkipLast(rest));
                    break;
                case "." when result.Count < previous.Count:
                    result.Add(previous[result.Count]);
                    break;
                default:
                    result.Add(name);
                    break;
            }
        }

        return result;
    }

    static bool IsInsightsQuery(MetricEntry entry) =>
        entry.Expression?.TrimStart().StartsWith("SELECT", StringComparison.OrdinalIgnoreCase) == true;
}

/// <summary>An entry of a widget's <c>metrics</c>.</summary>
/// <param name="Metric">Namespace, name, and pairs of dimension name and value; empty for an expression.</param>
/// <param name="Options">How it is drawn; <c>null</c> when the entry does not say.</param>
sealed record MetricEntry(IReadOnlyList<string> Metric, JsonTree.Object? Options)
{
    /// <summary>The metric math, search or query that is drawn instead of a metric.</summary>
    public string? Expression => (Options?["expression"] as JsonTree.String)?.Text;
}
