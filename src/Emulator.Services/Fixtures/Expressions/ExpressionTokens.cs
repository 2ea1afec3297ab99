using Emulator.Languages.Text;

namespace Emulator.Services.Fixtures.Expressions;

/// <summary>The tokens of an expression in a fixture.</summary>
enum ExpressionToken
{
    End,
    Number,
    Text,
    Name,
    Operator,
}

/// <summary>Splits an expression into tokens.</summary>
static class ExpressionLexer
{
    static readonly string[] Operators =
    [
        "&&",
        "||",
        "==",
        "!=",
        "<=",
        ">=",
        "<",
        ">",
        "!",
        "+",
        "-",
        "*",
        "/",
        "%",
        "^",
        "?",
        ":",
        "(",
        ")",
        ",",
        ".",
    ];

    public static string Display(ExpressionToken kind) =>
        kind switch
        {
            ExpressionToken.End => "the end of the expression",
            ExpressionToken.Number => "a number",
            ExpressionToken.Text => "a text in quotes",
            ExpressionToken.Name => "a name",
            _ => "an operator",
        };

    /// <exception cref="SyntaxException">There is a character that has no place here.</exception>
    public static IReadOnlyList<Token<ExpressionToken>> Read(string expression)
    {
        var tokens = new List<Token<ExpressionToken>>();
        var cursor = new Cursor(expression);
        while (true)
        {
            cursor.SkipWhiteSpace();
            var start = cursor.Position;
            var kind = Next(cursor, out var text);
            tokens.Add(new Token<ExpressionToken>(kind, text ?? cursor.TextFrom(start), cursor.SpanFrom(start)));
            if (kind == ExpressionToken.End)
            {
                return tokens;
            }
        }
    }

    static ExpressionToken Next(Cursor cursor, out string? text)
    {
        text = null;
        if (cursor.AtEnd)
        {
            return ExpressionToken.End;
        }

        if (char.IsAsciiDigit(cursor.Current))
        {
            cursor.TakeWhile(c => char.IsAsciiDigit(c) || c == '.');
            return ExpressionToken.Number;
        }

        if (char.IsAsciiLetter(cursor.Current))
        {
            cursor.TakeWhile(c => char.IsAsciiLetterOrDigit(c) || c == '_');
            return ExpressionToken.Name;
        }

        if (cursor.Current == '\'')
        {
            text = QuotedText.Unescape(QuotedText.Take(cursor));
            return ExpressionToken.Text;
        }

        return Array.Exists(Operators, cursor.TryTake)
            ? ExpressionToken.Operator
            : throw new SyntaxException($"'{cursor.Current}' has no place here", new TextSpan(cursor.Position, 1));
    }
}
