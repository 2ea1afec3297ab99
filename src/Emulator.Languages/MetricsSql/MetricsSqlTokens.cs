using System.Collections.Frozen;
using Emulator.Languages.Text;

namespace Emulator.Languages.MetricsSql;

/// <summary>The kinds of tokens of a Metrics Insights query.</summary>
internal enum MetricsSqlToken
{
    End,
    Name,
    QuotedName,
    Value,
    Equal,
    NotEqual,
    Comma,
    Dot,
    OpenParenthesis,
    CloseParenthesis,
    Select,
    From,
    Schema,
    Where,
    And,
    Group,
    By,
    Order,
    Asc,
    Desc,
    Limit,
}

/// <summary>Cuts a Metrics Insights query into tokens.</summary>
internal static class MetricsSqlLexer
{
    static readonly FrozenDictionary<string, MetricsSqlToken> Keywords = new[]
    {
        MetricsSqlToken.Select,
        MetricsSqlToken.From,
        MetricsSqlToken.Schema,
        MetricsSqlToken.Where,
        MetricsSqlToken.And,
        MetricsSqlToken.Group,
        MetricsSqlToken.By,
        MetricsSqlToken.Order,
        MetricsSqlToken.Asc,
        MetricsSqlToken.Desc,
        MetricsSqlToken.Limit,
    }.ToFrozenDictionary(Display, StringComparer.OrdinalIgnoreCase);

    /// <summary>How a kind is shown in an error.</summary>
    public static string Display(MetricsSqlToken kind) =>
        kind switch
        {
            MetricsSqlToken.End => "the end of the query",
            MetricsSqlToken.Name => "a name",
            MetricsSqlToken.QuotedName => "a name in double quotes",
            MetricsSqlToken.Value => "a value in single quotes",
            MetricsSqlToken.Equal => "'='",
            MetricsSqlToken.NotEqual => "'!='",
            MetricsSqlToken.Comma => "','",
            MetricsSqlToken.Dot => "'.'",
            MetricsSqlToken.OpenParenthesis => "'('",
            MetricsSqlToken.CloseParenthesis => "')'",
            MetricsSqlToken.Select => "SELECT",
            MetricsSqlToken.From => "FROM",
            MetricsSqlToken.Schema => "SCHEMA",
            MetricsSqlToken.Where => "WHERE",
            MetricsSqlToken.And => "AND",
            MetricsSqlToken.Group => "GROUP",
            MetricsSqlToken.By => "BY",
            MetricsSqlToken.Order => "ORDER",
            MetricsSqlToken.Asc => "ASC",
            MetricsSqlToken.Desc => "DESC",
            _ => "LIMIT",
        };

    /// <summary>Whether a character may stand in a name without quotes.</summary>
    public static bool IsNameCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    /// <exception cref="SyntaxException">A character starts no token, or a string is not closed.</exception>
    public static List<Token<MetricsSqlToken>> Tokenize(string source)
    {
        var cursor = new Cursor(source);
        var tokens = new List<Token<MetricsSqlToken>>();
        for (cursor.SkipWhiteSpace(); !cursor.AtEnd; cursor.SkipWhiteSpace())
        {
            var start = cursor.Position;
            var kind = Take(cursor);
            tokens.Add(new(kind, cursor.TextFrom(start), cursor.SpanFrom(start)));
        }

        tokens.Add(new(MetricsSqlToken.End, "", cursor.SpanFrom(cursor.Position)));
        return tokens;
    }

    static MetricsSqlToken Take(Cursor cursor)
    {
        if (IsNameCharacter(cursor.Current))
        {
            return Keywords.GetValueOrDefault(cursor.TakeWhile(IsNameCharacter), MetricsSqlToken.Name);
        }

        if (cursor.Current is '"' or '\'')
        {
            var kind = cursor.Current == '"' ? MetricsSqlToken.QuotedName : MetricsSqlToken.Value;
            QuotedText.Take(cursor);
            return kind;
        }

        if (cursor.TryTake("!="))
        {
            return MetricsSqlToken.NotEqual;
        }

        var symbol = cursor.Current switch
        {
            '=' => MetricsSqlToken.Equal,
            ',' => MetricsSqlToken.Comma,
            '.' => MetricsSqlToken.Dot,
            '(' => MetricsSqlToken.OpenParenthesis,
            ')' => MetricsSqlToken.CloseParenthesis,
            _ => throw MetricsSqlErrors.UnexpectedCharacter(cursor.Current, cursor.Position),
        };
        cursor.Position++;
        return symbol;
    }
}
