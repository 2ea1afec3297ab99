using Emulator.Languages.Text;

namespace Emulator.Languages.FilterPatterns.Selection;

/// <summary>The tokens of selection criteria.</summary>
enum SelectionToken
{
    End,
    Word,
    String,
    Equal,
    NotEqual,
    In,
    Not,
    And,
    Or,
    OpenParenthesis,
    CloseParenthesis,
    OpenBracket,
    CloseBracket,
    Comma,
}

/// <summary>Splits selection criteria into tokens. Keywords are capitals, as AWS writes them.</summary>
static class SelectionTokens
{
    static readonly Dictionary<string, SelectionToken> Keywords = new()
    {
        ["IN"] = SelectionToken.In,
        ["NOT"] = SelectionToken.Not,
        ["AND"] = SelectionToken.And,
        ["OR"] = SelectionToken.Or,
    };

    static readonly (string Text, SelectionToken Kind)[] Punctuation =
    [
        ("!=", SelectionToken.NotEqual),
        ("=", SelectionToken.Equal),
        ("(", SelectionToken.OpenParenthesis),
        (")", SelectionToken.CloseParenthesis),
        ("[", SelectionToken.OpenBracket),
        ("]", SelectionToken.CloseBracket),
        (",", SelectionToken.Comma),
    ];

    public static string Display(SelectionToken kind) =>
        kind switch
        {
            SelectionToken.End => "the end",
            SelectionToken.Word => "a field",
            SelectionToken.String => "a string in double quotes",
            _ => $"'{Spelling(kind)}'",
        };

    public static TokenReader<SelectionToken> Read(string source)
    {
        List<Token<SelectionToken>> tokens = [];
        var cursor = new Cursor(source);
        cursor.SkipWhiteSpace();
        while (!cursor.AtEnd)
        {
            var start = cursor.Position;
            var kind = Take(cursor);
            tokens.Add(new Token<SelectionToken>(kind, cursor.TextFrom(start), cursor.SpanFrom(start)));
            cursor.SkipWhiteSpace();
        }

        tokens.Add(new Token<SelectionToken>(SelectionToken.End, "", new TextSpan(source.Length, 0)));
        return new TokenReader<SelectionToken>(tokens, Display);
    }

    static SelectionToken Take(Cursor cursor)
    {
        var start = cursor.Position;
        foreach (var (text, kind) in Punctuation)
        {
            if (cursor.TryTake(text))
            {
                return kind;
            }
        }

        if (cursor.TryTake("\""))
        {
            cursor.TakeWhile(c => c != '"');
            return cursor.TryTake("\"")
                ? SelectionToken.String
                : throw new SyntaxException("A string is not closed", cursor.SpanFrom(start));
        }

        var word = cursor.TakeWhile(c => char.IsAsciiLetterOrDigit(c) || c is '@' or '.' or '_');
        return word.Length > 0
            ? Keywords.GetValueOrDefault(word, SelectionToken.Word)
            : throw new SyntaxException($"Unexpected '{cursor.Current}'", new TextSpan(start, 1));
    }

    static string Spelling(SelectionToken kind) =>
        Punctuation.FirstOrDefault(entry => entry.Kind == kind).Text
        ?? Keywords.First(entry => entry.Value == kind).Key;
}
