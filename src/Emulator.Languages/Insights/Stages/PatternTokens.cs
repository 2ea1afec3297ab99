using System.Text.RegularExpressions;

namespace Emulator.Languages.Insights;

/// <summary>A piece of a text whose pattern is looked for: fixed, or of a kind that differs from event to event.</summary>
/// <param name="Type">The kind, such as <c>Number</c>; <c>null</c> for a word or a separator.</param>
internal readonly record struct PatternToken(string Text, string? Type, bool IsSeparator);

/// <summary>Cuts a text into the tokens of <c>pattern</c>.</summary>
internal static partial class PatternTokens
{
    /// <summary>How much of a text counts.</summary>
    const int MaxLength = 1500;

    public static List<PatternToken> Of(string text)
    {
        text = text.Length > MaxLength ? text[..MaxLength] : text;
        var tokens = new List<PatternToken>();
        foreach (Match match in Token().Matches(text))
        {
            var type = TypeOf(match);
            var isSeparator = type is null && !char.IsLetterOrDigit(match.Value[0]);
            tokens.Add(new PatternToken(match.Value, type, isSeparator));
        }

        return tokens;
    }

    static string? TypeOf(Match match)
    {
        foreach (var type in Types)
        {
            if (match.Groups[type].Success)
            {
                return type;
            }
        }

        return null;
    }

    static readonly string[] Types = ["Time", "Date", "URL", "UUID", "IPAddress", "String", "ID", "Number"];

    [GeneratedRegex(
        """
            (?<Time>\d{4}-\d\d-\d\d[T\ ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?|\b\d\d:\d\d:\d\d(?:[.,]\d+)?\b)
            |(?<Date>\b\d{4}[-/]\d\d[-/]\d\d\b)
            |(?<URL>\bhttps?://[^\s"']+)
            |(?<UUID>\b[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}\b)
            |(?<IPAddress>\b\d{1,3}(?:\.\d{1,3}){3}\b)
            |(?<String>"[^"]*")
            |(?<ID>\b(?:0x[0-9a-fA-F]+|[0-9a-zA-Z_-]*\d[a-zA-Z_-]+[0-9a-zA-Z_-]*|[a-zA-Z_-]+\d[0-9a-zA-Z_-]*)\b)
            |(?<Number>-?\b\d+(?:\.\d+)?\b)
            |[\p{L}\p{N}_]+
            |\s+
            |.
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.Singleline | RegexOptions.CultureInvariant
    )]
    private static partial Regex Token();
}
