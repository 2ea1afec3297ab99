using System.Text.Json;

namespace Emulator.Services.Logs.EmbeddedMetrics;

/// <summary>The form that a document of the embedded metric format must have before its values are looked at.</summary>
static class EmbeddedForm
{
    /// <summary>Whether an error says that a document is not of the right form: half a surrogate pair, for example, is no text.</summary>
    public static bool IsBroken(Exception error) => error is JsonException or InvalidOperationException;

    /// <summary>The time of the metrics; <c>null</c> for one that no clock can show.</summary>
    /// <param name="metadata">The member <c>_aws</c>.</param>
    /// <exception cref="JsonException">There is none, or it is not an integer.</exception>
    public static DateTimeOffset? Time(JsonElement metadata)
    {
        Require(metadata.TryGetProperty("Timestamp", out var timestamp), "Timestamp is missing.");
        Require(timestamp.ValueKind == JsonValueKind.Number, "Timestamp is not a number.");
        Require(timestamp.TryGetInt64(out var milliseconds), "Timestamp is not an integer.");
        return
            milliseconds < DateTimeOffset.MinValue.ToUnixTimeMilliseconds()
            || milliseconds > DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? null
            : DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
    }

    /// <exception cref="JsonException">One is not of the right form.</exception>
    public static List<EmbeddedDirective> Directives(JsonElement metadata) =>
        [.. Elements(metadata.GetProperty("CloudWatchMetrics")).Select(Directive)];

    /// <returns><c>null</c> when there is no such text.</returns>
    public static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    static EmbeddedDirective Directive(JsonElement directive)
    {
        Require(directive.ValueKind == JsonValueKind.Object, "A directive is not an object.");

        // AWS's own samples leave the dimensions out of metrics that have none.
        IReadOnlyList<IReadOnlyList<string>> sets = directive.TryGetProperty("Dimensions", out var dimensions)
            ? [.. Elements(dimensions).Select(DimensionSet)]
            :
            [
                [],
            ];
        List<JsonElement> metrics = directive.TryGetProperty("Metrics", out var definitions)
            ? Elements(definitions)
            : [];
        Require(
            metrics.TrueForAll(definition => definition.ValueKind == JsonValueKind.Object),
            "A metric definition is not an object."
        );
        return new EmbeddedDirective(Text(directive, "Namespace"), sets, metrics);
    }

    static List<string> DimensionSet(JsonElement set)
    {
        var names = Elements(set);
        Require(names.TrueForAll(name => name.ValueKind == JsonValueKind.String), "A dimension is not a name.");
        return [.. names.Select(name => name.GetString()!)];
    }

    static List<JsonElement> Elements(JsonElement array)
    {
        Require(array.ValueKind == JsonValueKind.Array, "An array is expected.");
        return [.. array.EnumerateArray()];
    }

    static void Require(bool condition, string otherwise)
    {
        if (!condition)
        {
            throw new JsonException(otherwise);
        }
    }
}

/// <summary>Which metrics go into a namespace, and with which dimensions.</summary>
/// <param name="Namespace"><c>null</c> when it is missing, or no text.</param>
/// <param name="DimensionSets">Names of members of the root.</param>
/// <param name="Metrics">Objects.</param>
readonly record struct EmbeddedDirective(
    string? Namespace,
    IReadOnlyList<IReadOnlyList<string>> DimensionSets,
    IReadOnlyList<JsonElement> Metrics
);
