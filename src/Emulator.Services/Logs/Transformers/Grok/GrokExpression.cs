using System.Text;
using System.Text.RegularExpressions;

namespace Emulator.Services.Logs.Transformers.Grok;

/// <summary>A grok pattern, ready to run in time proportional to the text.</summary>
/// <remarks>Values are texts; only the patterns for common logs give numbers, and times in ISO form.</remarks>
/// <threadsafety>Immutable.</threadsafety>
sealed partial class GrokExpression
{
    const int MaxPatterns = 20;

    /// <summary>How often these may occur together.</summary>
    const int MaxOpenPatterns = 5;

    static readonly string[] OpenPatterns =
    [
        "URI",
        "URIPARAM",
        "URIPATHPARAM",
        "SPACE",
        "DATA",
        "GREEDYDATA",
        "GREEDYDATA_MULTILINE",
    ];

    static readonly string[] CommonLogs = ["APACHE_ACCESS_LOG", "NGINX_ACCESS_LOG", "SYSLOG5424"];

    // For each group its field; the name of a group is "f" and its place here.
    readonly List<GrokField> _fields = [];
    readonly Regex _regex;

    /// <exception cref="ArgumentException">It is no grok pattern, or has too many patterns.</exception>
    /// <exception cref="NotSupportedException">It is too large.</exception>
    public GrokExpression(string pattern)
    {
        var names = Reference().Matches(pattern).Select(match => match.Groups["name"].Value).ToList();
        Check(pattern, names);
        _regex = new Regex(
            Expand(pattern, isCommonLog: false),
            RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
        );
    }

    /// <summary>The fields that a text has, or <c>null</c> when the pattern does not fit it.</summary>
    public IReadOnlyList<(GrokField Field, string Value)>? Match(string text)
    {
        var match = _regex.Match(text);
        return !match.Success
            ? null
            :
            [
                .. _fields
                    .Select((field, i) => (field, Group: match.Groups[$"f{i}"]))
                    .Where(found => found.Group.Success)
                    .Select(found => (found.field, found.Group.Value)),
            ];
    }

    static void Check(string pattern, List<string> names)
    {
        if (names.Count is 0 or > MaxPatterns)
        {
            throw new ArgumentException($"between 1 and {MaxPatterns} patterns are needed");
        }

        foreach (var used in names.CountBy(name => name))
        {
            var known = GrokPatterns.Find(used.Key) ?? throw new ArgumentException($"{used.Key} is not known");
            if (used.Value > known.Limit)
            {
                throw new ArgumentException($"{used.Key} may occur {known.Limit} times");
            }
        }

        if (names.Count(OpenPatterns.Contains) > MaxOpenPatterns)
        {
            throw new ArgumentException(
                $"{string.Join(", ", OpenPatterns)} may occur {MaxOpenPatterns} times together"
            );
        }

        if (
            names.FindLastIndex(CommonLogs.Contains) is var common and >= 0
            && (common > 0 || !pattern.StartsWith("%{", StringComparison.Ordinal) || names.Count > 2)
        )
        {
            throw new ArgumentException($"{names[common]} must come first, with no more than one pattern behind it");
        }
    }

    string Expand(string expression, bool isCommonLog) =>
        Reference()
            .Replace(
                expression,
                match =>
                {
                    var name = match.Groups["name"].Value;
                    var inner = GrokPatterns.Find(name)!.Expression;
                    if (match.Groups["field"] is not { Success: true, Value: var field })
                    {
                        return $"({Expand(inner, isCommonLog || CommonLogs.Contains(name))})";
                    }

                    _fields.Add(new GrokField(field, name, isCommonLog));
                    return $"(?<f{_fields.Count - 1}>{Expand(inner, isCommonLog)})";
                }
            );

    [GeneratedRegex(@"%\{(?<name>[A-Z0-9_]+)(:(?<field>[A-Za-z0-9_.@-]+))?\}", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}

/// <summary>A field that a grok pattern takes out of a text.</summary>
/// <param name="Path">Where it goes.</param>
/// <param name="Pattern">The name of the pattern that its text fits.</param>
/// <param name="IsTyped">Whether it becomes a number where it is one.</param>
readonly record struct GrokField(string Path, string Pattern, bool IsTyped);
