using Emulator.Languages.Text;

namespace Emulator.Languages.Search;

/// <summary>The kinds of tokens of a SEARCH string.</summary>
internal enum SearchToken
{
    End,
    Word,
    Exact,
    And,
    Or,
    Not,
    Equal,
    Comma,
    OpenParenthesis,
    CloseParenthesis,
    OpenBrace,
    CloseBrace,
}

/// <summary>Cuts a SEARCH string into tokens.</summary>
internal static class SearchLexer
{
    const string EscapedQuote = "\\\"";

    /// <summary>How a kind is shown in an error.</summary>
    public static string Display(SearchToken kind) =>
        kind switch
        {
            SearchToken.End => "the end of the search",
            SearchToken.Word => "a word",
            SearchToken.Exact => "a string in double quotes",
            SearchToken.And => "AND",
            SearchToken.Or => "OR",
            SearchToken.Not => "NOT",
            SearchToken.Equal => "'='",
            SearchToken.Comma => "','",
            SearchToken.OpenParenthesis => "'('",
            SearchToken.CloseParenthesis => "')'",
            SearchToken.OpenBrace => "'{'",
            _ => "'}'",
        };

    /// <summary>What an exact token means: its text without quotes and escapes.</summary>
    public static string Unquote(string exact) =>
        exact.StartsWith('\\') ? exact[2..^2] : QuotedText.Unescape(exact[1..^1]);

    /// <exception cref="SyntaxException">A string is not closed.</exception>
    public static List<Token<SearchToken>> Tokenize(string source)
    {
        var cursor = new Cursor(source);
        var tokens = new List<Token<SearchToken>>();
        var isInSchema = false;
        for (cursor.SkipWhiteSpace(); !cursor.AtEnd; cursor.SkipWhiteSpace())
        {
            // A comma separates names in the schema, and the schema from the terms; inside a term it is a character.
            var separatesNames = isInSchema || tokens is [.., { Kind: SearchToken.CloseBrace }];
            var start = cursor.Position;
            var kind = Take(cursor, separatesNames);
            tokens.Add(new(kind, cursor.TextFrom(start), cursor.SpanFrom(start)));
            isInSchema = kind == SearchToken.OpenBrace || (isInSchema && kind != SearchToken.CloseBrace);
        }

        tokens.Add(new(SearchToken.End, "", cursor.SpanFrom(cursor.Position)));
        return tokens;
    }

    static SearchToken Take(Cursor cursor, bool separatesNames)
    {
        switch (cursor.Current)
        {
            case '(':
                return TakeSymbol(cursor, SearchToken.OpenParenthesis);
            case ')':
                return TakeSymbol(cursor, SearchToken.CloseParenthesis);
            case '{':
                return TakeSymbol(cursor, SearchToken.OpenBrace);
            case '}':
                return TakeSymbol(cursor, SearchToken.CloseBrace);
            case '=':
                return TakeSymbol(cursor, SearchToken.Equal);
            case ',' when separatesNames:
                return TakeSymbol(cursor, SearchToken.Comma);
            case '"' or '\'':
                QuotedText.Take(cursor);
                return SearchToken.Exact;
        }

        if (cursor.TryTake(EscapedQuote))
        {
            return TakeToEscapedQuote(cursor);
        }

        return cursor.TakeWhile(c => IsWordCharacter(c) && !(c == ',' && separatesNames)) switch
        {
            "AND" => SearchToken.And,
            "OR" => SearchToken.Or,
            "NOT" => SearchToken.Not,
            _ => SearchToken.Word,
        };
    }

    public static bool IsWordCharacter(char c) =>
        !char.IsWhiteSpace(c) && c is not ('(' or ')' or '{' or '}' or '=' or '"');

    static SearchToken TakeSymbol(Cursor cursor, SearchToken kind)
    {
        cursor.Position++;
        return kind;
    }

    /// <summary>A string between escaped quotes, as samples of the user guide have it that were copied from JSON.</summary>
    static SearchToken TakeToEscapedQuote(Cursor cursor)
    {
        var start = cursor.Position - EscapedQuote.Length;
        var end = cursor.Source.IndexOf(EscapedQuote, cursor.Position, StringComparison.Ordinal);
        if (end < 0)
        {
            throw SearchErrors.NotClosed(new(start, cursor.Source.Length - start));
        }

        cursor.Position = end + EscapedQuote.Length;
        return SearchToken.Exact;
    }
}
