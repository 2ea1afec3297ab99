using Emulator.Languages.Text;

namespace Emulator.Languages.MetricsSql;

/// <summary>The texts of everything that can be wrong with a query; none is known from AWS.</summary>
internal static class MetricsSqlErrors
{
    const string QuotesRule = "a name with other characters than letters, digits and _ needs double quotes";

    public static SyntaxException UnexpectedCharacter(char character, int position) =>
        new($"Unexpected '{character}'; {QuotesRule}", new(position, 1));

    public static SyntaxException Expected(string what, Token<MetricsSqlToken> found) =>
        new($"Expected {what} but found '{found.Text}'", found.Span);

    public static SyntaxException ReservedWord(Token<MetricsSqlToken> word) =>
        new($"'{word.Text}' is a reserved word and needs double quotes", word.Span);

    public static SyntaxException UnknownKey(string key, TextSpan span) => new($"Unknown key '{key}'", span);

    public static SyntaxException EmptyName(TextSpan span) => new("A name must not be empty", span);

    public static SyntaxException NamedTwice(NameSyntax dimension) =>
        new($"SCHEMA names '{dimension.Name}' twice", dimension.Span);

    public static SyntaxException LimitOutOfRange(TextSpan span) =>
        new($"LIMIT must be between 1 and {MetricsSqlQuery.MaxSeries}", span);
}
