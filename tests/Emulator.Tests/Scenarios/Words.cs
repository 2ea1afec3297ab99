using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Emulator.Tests.Scenarios;

/// <summary>The words of a statement, taken one after another.</summary>
/// <remarks>Blanks separate words, unless between braces or double quotes; a quoted text is JSON.</remarks>
sealed partial class Words(string text)
{
    readonly Queue<string> _words = new(Word().Matches(text).Select(match => match.Value));

    public bool AtEnd => _words.Count == 0;

    /// <exception cref="FormatException">There is no further word.</exception>
    public string Take(string what) =>
        _words.TryDequeue(out var word)
            ? Unquote(word)
            : throw new FormatException($"The statement ends where {what} should be.");

    /// <returns>The word behind a keyword that comes next; <c>null</c> when another word does, or none.</returns>
    public string? TakeAfter(string keyword)
    {
        if (!_words.TryPeek(out var word) || word != keyword)
        {
            return null;
        }

        _words.Dequeue();
        return Take($"what follows '{keyword}'");
    }

    /// <summary>Takes words as long as they are of a kind.</summary>
    public IReadOnlyList<string> TakeWhile(Func<string, bool> isWanted)
    {
        List<string> taken = [];
        while (_words.TryPeek(out var word) && isWanted(word))
        {
            taken.Add(Unquote(_words.Dequeue()));
        }

        return taken;
    }

    /// <summary>Takes a namespace and a metric: <c>SMS Sent{Country=CH, Type="a b"}</c>.</summary>
    /// <returns>Members that a request names a metric by.</returns>
    public JsonObject TakeMetric()
    {
        var ns = Take("a namespace");
        var parts = Metric().Match(Take("a metric"));
        var dimensions = Dimension()
            .Matches(parts.Groups["dimensions"].Value)
            .Select(
                JsonNode (one) =>
                    new JsonObject
                    {
                        ["Name"] = one.Groups["name"].Value,
                        ["Value"] = Unquote(one.Groups["value"].Value),
                    }
            );
        return new JsonObject
        {
            ["Namespace"] = ns,
            ["MetricName"] = parts.Groups["name"].Value,
            ["Dimensions"] = new JsonArray([.. dimensions]),
        };
    }

    /// <exception cref="FormatException">Words are left.</exception>
    public void RequireEnd()
    {
        if (!AtEnd)
        {
            throw new FormatException($"'{_words.Peek()}' is not understood.");
        }
    }

    static string Unquote(string word) => word.StartsWith('"') ? JsonSerializer.Deserialize<string>(word)! : word;

    [GeneratedRegex("""("([^"\\]|\\.)*"|\{[^}]*\}|[^\s"{])+""")]
    private static partial Regex Word();

    [GeneratedRegex(@"^(?<name>[^{]*)(\{(?<dimensions>.*)\})?$")]
    private static partial Regex Metric();

    [GeneratedRegex("""(?<name>[^=,\s][^=]*)=(?<value>"([^"\\]|\\.)*"|[^,]*)""")]
    private static partial Regex Dimension();
}
