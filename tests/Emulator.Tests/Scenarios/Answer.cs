using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Emulator.Tests.Scenarios;

/// <summary>Compares what came back with what a scenario expects, and remembers the texts that it names.</summary>
sealed partial class Answer
{
    /// <summary>Begins the whole of an answer.</summary>
    public const char Whole = '⇒';

    /// <summary>Begins a part of an answer: its objects may have further members, its lists may not have further elements.</summary>
    public const char Part = '⊇';

    readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <summary>Puts remembered texts in the place of <c>&lt;name&gt;</c>; leaves other names as they are.</summary>
    public string Fill(string text) =>
        Name().Replace(text, match => _names.GetValueOrDefault(match.Groups[1].Value, match.Value));

    /// <param name="expected">With its sign.</param>
    /// <returns>Where they differ; <c>null</c> when they do not.</returns>
    public string? Difference(string expected, string actual)
    {
        var (isPart, text) = (expected[0] == Part, expected[1..].Trim());
        if (!text.StartsWith('{') || !actual.StartsWith('{'))
        {
            return text == actual ? null : $"expected {text}\nactual   {actual}";
        }

        var difference = Difference(ParseExpected(text), JsonNode.Parse(actual), "$", isPart);
        return difference is null ? null : $"{difference}\nexpected {text}\nactual   {actual}";
    }

    static JsonNode? ParseExpected(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException error)
        {
            throw new FormatException($"The expected answer is not JSON: {error.Message}", error);
        }
    }

    string? Difference(JsonNode? expected, JsonNode? actual, string path, bool isPart)
    {
        switch (expected)
        {
            case JsonObject members when actual is JsonObject others:
                var missing = members.FirstOrDefault(member => !others.ContainsKey(member.Key)).Key;
                var further = isPart ? null : others.FirstOrDefault(other => !members.ContainsKey(other.Key)).Key;
                return missing is not null ? $"{path}.{missing} is missing"
                    : further is not null ? $"{path}.{further} is not expected"
                    : First(members.Select(one => (one.Value, others[one.Key], $"{path}.{one.Key}")), isPart);
            case JsonArray elements when actual is JsonArray others:
                return elements.Count != others.Count
                    ? $"{path} has {others.Count} elements, not {elements.Count}"
                    : First(elements.Select((one, i) => (one, others[i], $"{path}[{i}]")), isPart);
            case JsonValue value when value.TryGetValue<string>(out var text) && text == "*":
                return null;
            case JsonValue value
                when value.TryGetValue<string>(out var text)
                    && Name().Match(text) is { Success: true } name
                    && name.Length == text.Length:
                if (actual is not JsonValue found || !found.TryGetValue<string>(out var seen))
                {
                    return $"{path} is {Show(actual)}, not {Show(expected)}";
                }

                _names[name.Groups[1].Value] = seen;
                return null;
            default:
                return JsonNode.DeepEquals(expected, actual) ? null : $"{path} is {Show(actual)}, not {Show(expected)}";
        }
    }

    string? First(IEnumerable<(JsonNode? Expected, JsonNode? Actual, string Path)> parts, bool isPart) =>
        parts
            .Select(part => Difference(part.Expected, part.Actual, part.Path, isPart))
            .FirstOrDefault(difference => difference is not null);

    static string Show(JsonNode? node) => node?.ToJsonString() ?? "null";

    [GeneratedRegex(@"<(\w+)>")]
    private static partial Regex Name();
}
