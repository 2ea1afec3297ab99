using Emulator.Languages.Text;

namespace Emulator.Languages.Search;

/// <summary>The texts of everything that can be wrong with a search; none is known from AWS.</summary>
internal static class SearchErrors
{
    public static SyntaxException TooLong(int length) =>
        new(
            $"Longer than {MetricSearch.MaxLength} characters",
            new(MetricSearch.MaxLength, length - MetricSearch.MaxLength)
        );

    public static SyntaxException NotClosed(TextSpan span) => new("The string is not closed with \\\"", span);

    public static SyntaxException NeedsQuotes(Token<SearchToken> name) =>
        new($"'{name.Text}' needs double quotes", name.Span);

    public static SyntaxException UnknownProperty(MatchSyntax match) =>
        new($"Unknown property '{match.Property}'", match.Span);

    public static SyntaxException NothingToSearchFor(MatchSyntax match) =>
        new($"'{match.Text}' has no letter or digit to search for", match.Span);
}
