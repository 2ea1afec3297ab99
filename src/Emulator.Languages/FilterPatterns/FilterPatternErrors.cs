using Emulator.Languages.Text;

namespace Emulator.Languages.FilterPatterns;

/// <summary>The texts of everything that can be wrong with a filter pattern.</summary>
/// <remarks>
/// The first three are AWS's own words, seen in reports of its users. What AWS says of a broken quota is not known: there,
/// and at our own limits, the text begins with AWS's general one and goes on in ours.
/// </remarks>
public static class FilterPatternErrors
{
    public const string Invalid = "Invalid filter pattern";

    public static string InvalidCharacters(string characters) => $"Invalid character(s) in term '{characters}'";

    public static string NotClosed(char open, char close) =>
        $"If a filter pattern starts with '{open}' it must end with '{close}'";

    public static readonly string TooLong = $"{Invalid}: longer than {FilterPattern.MaxLength} characters";

    public static readonly string TooDeep = $"{Invalid}: nested too deeply";

    public static readonly string TooManyRegexes =
        $"{Invalid}: more than {FilterPattern.MaxRegexes} regular expressions";

    public static readonly string RegexTooLarge = $"{Invalid}: a regular expression repeats too much";

    /// <summary>A metric value or dimension that the pattern cannot provide.</summary>
    public static string InvalidReference(string reference) =>
        $"Invalid metric transformation: '{reference}' is neither a number nor a value that the filter pattern provides";

    internal static SyntaxException At(TextSpan span, string message = Invalid) => new(message, span);

    internal static SyntaxException InvalidCharactersAt(string source, TextSpan span) =>
        new(InvalidCharacters(source.Substring(span.Start, span.Length)), span);
}
