using System.Collections.Frozen;
using Emulator.Languages.Text;

namespace Emulator.Languages.MetricMath;

/// <summary>The kinds of tokens of metric math.</summary>
internal enum MetricMathToken
{
    End,
    Number,
    Id,
    Name,
    String,
    Or,
    And,
    Equal,
    NotEqual,
    LessOrEqual,
    GreaterOrEqual,
    Less,
    Greater,
    Plus,
    Minus,
    Times,
    Divide,
    Power,
    OpenParenthesis,
    CloseParenthesis,
    OpenBracket,
    CloseBracket,
    Comma,
}

/// <summary>Cuts metric math into tokens.</summary>
internal static class MetricMathLexer
{
    // Longer symbols first: <= must not be read as < and =.
    static readonly (string Text, MetricMathToken Kind)[] Symbols =
    [
        ("||", MetricMathToken.Or),
        ("&&", MetricMathToken.And),
        ("==", MetricMathToken.Equal),
        ("!=", MetricMathToken.NotEqual),
        ("<=", MetricMathToken.LessOrEqual),
        (">=", MetricMathToken.GreaterOrEqual),
        ("<", MetricMathToken.Less),
        (">", MetricMathToken.Greater),
        ("+", MetricMathToken.Plus),
        ("-", MetricMathToken.Minus),
        ("*", MetricMathToken.Times),
        ("/", MetricMathToken.Divide),
        ("^", MetricMathToken.Power),
        ("(", MetricMathToken.OpenParenthesis),
        (")", MetricMathToken.CloseParenthesis),
        ("[", MetricMathToken.OpenBracket),
        ("]", MetricMathToken.CloseBracket),
        (",", MetricMathToken.Comma),
    ];

    static readonly FrozenDictionary<MetricMathToken, string> SymbolTexts = Symbols.ToFrozenDictionary(
        symbol => symbol.Kind,
        symbol => $"'{symbol.Text}'"
    );

    /// <summary>How a kind is shown in an error.</summary>
    public static string Display(MetricMathToken kind) =>
        kind switch
        {
            MetricMathToken.End => "the end of the expression",
            MetricMathToken.Number => "a number",
            MetricMathToken.Id => "the Id of a metric or expression",
            MetricMathToken.Name => "a function",
            MetricMathToken.String => "a string",
            MetricMathToken.Minus => "'-'",
            >= MetricMathToken.Or and <= MetricMathToken.Power => "an operator",
            _ => SymbolTexts[kind],
        };

    /// <exception cref="SyntaxException">A character starts no token, a string is not closed, or a number is too large.</exception>
    public static List<Token<MetricMathToken>> Tokenize(string source)
    {
        var cursor = new Cursor(source);
        var tokens = new List<Token<MetricMathToken>>();
        for (cursor.SkipWhiteSpace(); !cursor.AtEnd; cursor.SkipWhiteSpace())
        {
            var start = cursor.Position;
            var kind = Take(cursor);
            tokens.Add(new(kind, cursor.TextFrom(start), cursor.SpanFrom(start)));
        }

        tokens.Add(new(MetricMathToken.End, "", cursor.SpanFrom(cursor.Position)));
        return tokens;
    }

    static MetricMathToken Take(Cursor cursor)
    {
        if (char.IsAsciiDigit(cursor.Current))
        {
            TakeNumber(cursor);
            return MetricMathToken.Number;
        }

        if (char.IsAsciiLetter(cursor.Current))
        {
            var isId = char.IsAsciiLetterLower(cursor.Current);
            return cursor.TakeWhile(static c => char.IsAsciiLetterOrDigit(c) || c == '_') switch
            {
                "AND" => MetricMathToken.And,
                "OR" => MetricMathToken.Or,
                _ => isId ? MetricMathToken.Id : MetricMathToken.Name,
            };
        }

        if (cursor.Current is '\'' or '"')
        {
            TakeString(cursor);
            return MetricMathToken.String;
        }

        foreach (var (text, kind) in Symbols)
        {
            if (cursor.TryTake(text))
            {
                return kind;
            }
        }

        throw MetricMathErrors.UnexpectedCharacter(cursor.Current, cursor.Position);
    }

    // The user guide writes 'LOCAL', with its quotes, inside of a search in the same quotes.
    static void TakeString(Cursor cursor)
    {
        QuotedText.Take(cursor);
        while (cursor.TryTake("LOCAL'"))
        {
            cursor.Position--;
            QuotedText.Take(cursor);
        }
    }

    /// <summary>digits [ "." digits ] [ ("e"|"E") ["+"|"-"] digits ]</summary>
    static void TakeNumber(Cursor cursor)
    {
        cursor.TakeWhile(char.IsAsciiDigit);
        if (cursor.Current == '.' && char.IsAsciiDigit(cursor.PeekAt(1)))
        {
            cursor.Position++;
            cursor.TakeWhile(char.IsAsciiDigit);
        }

        var sign = cursor.PeekAt(1) is '+' or '-' ? 1 : 0;
        if (cursor.Current is 'e' or 'E' && char.IsAsciiDigit(cursor.PeekAt(1 + sign)))
        {
            cursor.Position += 1 + sign;
            cursor.TakeWhile(char.IsAsciiDigit);
        }
    }
}
