using System.Collections.Frozen;
using Emulator.Languages.Text;

namespace Emulator.Languages.Insights;

/// <summary>The kinds of tokens of a Logs Insights query.</summary>
internal enum InsightsToken
{
    End,
    Field,
    PathTail,
    Text,
    Number,
    Period,
    Regex,
    Saved,
    Pipe,
    Comma,
    Colon,
    OpenParenthesis,
    CloseParenthesis,
    OpenBracket,
    CloseBracket,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Matches,
    Plus,
    Minus,
    Times,
    Over,
    Modulo,
    Power,
    Exclamation,
    And,
    Or,
    Not,
    In,
    Like,
    As,
    By,
    Asc,
    Desc,
}

/// <summary>Cuts a Logs Insights query into tokens.</summary>
/// <remarks>
/// A slash starts a regular expression in the command <c>parse</c> and wherever no operand stands before it; elsewhere it divides.
/// </remarks>
internal static class InsightsLexer
{
    static readonly FrozenDictionary<string, InsightsToken> Keywords = new[]
    {
        InsightsToken.And,
        InsightsToken.Or,
        InsightsToken.Not,
        InsightsToken.In,
        InsightsToken.Like,
        InsightsToken.As,
        InsightsToken.By,
        InsightsToken.Asc,
        InsightsToken.Desc,
    }.ToFrozenDictionary(Display, StringComparer.OrdinalIgnoreCase);

    // Longer ones first.
    static readonly (string Text, InsightsToken Kind)[] Symbols =
    [
        ("!=", InsightsToken.NotEqual),
        ("<=", InsightsToken.LessOrEqual),
        (">=", InsightsToken.GreaterOrEqual),
        ("=~", InsightsToken.Matches),
        ("|", InsightsToken.Pipe),
        (",", InsightsToken.Comma),
        (":", InsightsToken.Colon),
        ("(", InsightsToken.OpenParenthesis),
        (")", InsightsToken.CloseParenthesis),
        ("[", InsightsToken.OpenBracket),
        ("]", InsightsToken.CloseBracket),
        ("=", InsightsToken.Equal),
        ("<", InsightsToken.Less),
        (">", InsightsToken.Greater),
        ("+", InsightsToken.Plus),
        ("-", InsightsToken.Minus),
        ("*", InsightsToken.Times),
        ("/", InsightsToken.Over),
        ("%", InsightsToken.Modulo),
        ("^", InsightsToken.Power),
        ("!", InsightsToken.Exclamation),
    ];

    /// <summary>How a kind is shown in an error, and a keyword in a query.</summary>
    public static string Display(InsightsToken kind) =>
        kind switch
        {
            InsightsToken.End => "the end of the query",
            InsightsToken.Field => "a field",
            InsightsToken.PathTail => "a member",
            InsightsToken.Text => "a string",
            InsightsToken.Number => "a number",
            InsightsToken.Period => "a period",
            InsightsToken.Regex => "a regular expression",
            InsightsToken.Saved => "a saved query",
            >= InsightsToken.And => kind.ToString().ToLowerInvariant(),
            _ => $"'{Symbols.First(symbol => symbol.Kind == kind).Text}'",
        };

    /// <summary>Whether a word that is not in backticks would be taken for something else than a field.</summary>
    public static bool IsKeyword(string word) =>
        Keywords.ContainsKey(word)
        || word.Equals("true", StringComparison.OrdinalIgnoreCase)
        || word.Equals("false", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a step of a field can do without backticks.</summary>
    public static bool IsPlainStep(string step, bool isFirst) =>
        step.Length > 0 && step.All(IsNameCharacter) && (!isFirst || !char.IsAsciiDigit(step[0]));

    /// <exception cref="SyntaxException">A character starts no token, or something is not closed.</exception>
    public static List<Token<InsightsToken>> Tokenize(string source)
    {
        var cursor = new Cursor(source);
        var tokens = new List<Token<InsightsToken>>();
        var inParse = false;
        for (SkipBlank(cursor); !cursor.AtEnd; SkipBlank(cursor))
        {
            var start = cursor.Position;
            var startsStage = tokens.Count == 0 || tokens[^1].Kind == InsightsToken.Pipe;
            var kind = Take(cursor, inParse || !EndsOperand(tokens));
            tokens.Add(new(kind, cursor.TextFrom(start), cursor.SpanFrom(start)));
            if (startsStage)
            {
                inParse = tokens[^1].Text.Equals("parse", StringComparison.OrdinalIgnoreCase);
            }
        }

        tokens.Add(new(InsightsToken.End, "", cursor.SpanFrom(cursor.Position)));
        return tokens;
    }

    static bool EndsOperand(List<Token<InsightsToken>> tokens) =>
        tokens.Count > 0
        && tokens[^1].Kind
            is InsightsToken.Field
                or InsightsToken.PathTail
                or InsightsToken.Text
                or InsightsToken.Number
                or InsightsToken.Period
                or InsightsToken.CloseParenthesis
                or InsightsToken.CloseBracket;

    static void SkipBlank(Cursor cursor)
    {
        cursor.SkipWhiteSpace();
        while (cursor.Current == '#')
        {
            cursor.TakeWhile(c => c != '\n');
            cursor.SkipWhiteSpace();
        }
    }

    static InsightsToken Take(Cursor cursor, bool slashIsRegex)
    {
        var first = cursor.Current;
        if (char.IsAsciiDigit(first))
        {
            return TakeNumber(cursor);
        }

        if (first == '`' || IsNameCharacter(first))
        {
            var start = cursor.Position;
            TakePath(cursor);
            return Keywords.GetValueOrDefault(cursor.TextFrom(start), InsightsToken.Field);
        }

        if (first == '.' && StartsStep(cursor.PeekAt(1)))
        {
            cursor.Position++;
            TakePath(cursor);
            return InsightsToken.PathTail;
        }

        if (first is '"' or '\'')
        {
            QuotedText.Take(cursor);
            return InsightsToken.Text;
        }

        if (first == '/' && slashIsRegex)
        {
            TakeDelimited(cursor, '/', InsightsErrors.OpenRegex);
            return InsightsToken.Regex;
        }

        if (first == '$' && StartsStep(cursor.PeekAt(1)))
        {
            cursor.Position++;
            TakeStep(cursor);
            return InsightsToken.Saved;
        }

        foreach (var (text, kind) in Symbols)
        {
            if (cursor.TryTake(text))
            {
                return kind;
            }
        }

        throw InsightsErrors.UnexpectedCharacter(cursor.Current, cursor.Position);
    }

    // number := digits ["." digits] [("e" | "E") ["+" | "-"] digits]; period := digits unit; a field may begin with a digit too: 5xx
    static InsightsToken TakeNumber(Cursor cursor)
    {
        var start = cursor.Position;
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

        if (!IsNameCharacter(cursor.Current))
        {
            return InsightsToken.Number;
        }

        TakePath(cursor);
        return Period.TryParse(cursor.TextFrom(start), out _) ? InsightsToken.Period : InsightsToken.Field;
    }

    static void TakePath(Cursor cursor)
    {
        TakeStep(cursor);
        while (cursor.Current == '.' && StartsStep(cursor.PeekAt(1)))
        {
            cursor.Position++;
            TakeStep(cursor);
        }
    }

    static void TakeStep(Cursor cursor)
    {
        if (cursor.Current == '`')
        {
            TakeDelimited(cursor, '`', InsightsErrors.OpenBacktick);
        }
        else
        {
            cursor.TakeWhile(IsNameCharacter);
        }
    }

    static void TakeDelimited(Cursor cursor, char delimiter, Func<TextSpan, SyntaxException> notClosed)
    {
        var start = cursor.Position;
        cursor.Position++;
        while (!cursor.AtEnd && cursor.Current != delimiter)
        {
            cursor.Position += cursor.Current == '\\' && delimiter == '/' ? 2 : 1;
        }

        if (cursor.AtEnd)
        {
            cursor.Position = cursor.Source.Length;
            throw notClosed(cursor.SpanFrom(start));
        }

        cursor.Position++;
    }

    static bool StartsStep(char c) => c == '`' || IsNameCharacter(c);

    static bool IsNameCharacter(char c) => char.IsLetterOrDigit(c) || c is '_' or '@';
}
