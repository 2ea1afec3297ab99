using System.Text;
using Emulator.Languages.FilterPatterns.Regexes;
using Emulator.Languages.FilterPatterns.Syntax;
using Emulator.Languages.FilterPatterns.Values;
using Emulator.Languages.Text;

namespace Emulator.Languages.FilterPatterns.Parsing;

/// <summary>Reads the values of a pattern: numbers, words, phrases, regular expressions.</summary>
static class LiteralParser
{
    // literal = number | phrase | token ;   value = literal | regex ;
    public static Literal Parse(Cursor cursor)
    {
        if (TryParseQuoted(cursor) is { } quoted)
        {
            return quoted;
        }

        var token = cursor.TakeWhile(PatternCharacters.IsToken);
        return token.Length == 0 ? throw PatternCharacters.Unexpected(cursor)
            : NumberText.IsNumber(token) ? new NumberLiteral(token)
            : new TextLiteral(token, Quoted: false);
    }

    /// <summary>A phrase or a regular expression if one starts here.</summary>
    public static Literal? TryParseQuoted(Cursor cursor) =>
        cursor.Current switch
        {
            '"' => ParsePhrase(cursor),
            '%' => ParseRegex(cursor),
            _ => null,
        };

    // phrase = '"' , { any character except '"' and "\" | "\" , ( '"' | "\" ) } , '"' ;
    static TextLiteral ParsePhrase(Cursor cursor)
    {
        var start = cursor.Position++;
        var value = new StringBuilder();
        while (!cursor.TryTake("\""))
        {
            if (cursor.AtEnd)
            {
                throw FilterPatternErrors.At(cursor.SpanFrom(start));
            }

            // Before any other character a backslash stands for itself.
            if (cursor.Current == '\\' && cursor.PeekAt(1) is '"' or '\\')
            {
                cursor.Position++;
            }

            value.Append(cursor.Current);
            cursor.Position++;
        }

        return new TextLiteral(value.ToString(), Quoted: true);
    }

    // regex = "%" , regex_body , "%" ;
    static RegexLiteral ParseRegex(Cursor cursor)
    {
        var start = cursor.Position;
        var end = cursor.Source.IndexOf('%', start + 1);
        if (end < 0)
        {
            throw FilterPatternErrors.InvalidCharactersAt(cursor.Source, new TextSpan(start, 1));
        }

        cursor.Position++;
        var regex = new RegexParser(cursor, end).Parse();
        cursor.Position = end + 1;
        return new RegexLiteral(cursor.Source[(start + 1)..end], regex);
    }
}
