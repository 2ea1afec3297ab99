using Emulator.Languages.Text;

namespace Emulator.Languages.FilterPatterns.Parsing;

/// <summary>The character classes of filter patterns, and the errors that name a character.</summary>
static class PatternCharacters
{
    const string TokenPunctuation = "_.-+*:/@";

    const string OperatorCharacters = "\"%$()=!<>";

    /// <summary>What a term may hold without quotes.</summary>
    public static bool IsBare(char c) => char.IsLetterOrDigit(c) || c == '_';

    /// <summary>What the name of a member or a field may hold without quotes.</summary>
    public static bool IsName(char c) => IsBare(c) || c == '-';

    /// <summary>What a value behind an operator may hold without quotes.</summary>
    public static bool IsToken(char c) => IsBare(c) || TokenPunctuation.Contains(c);

    /// <summary>The error for whatever stands at the cursor; AWS names characters that can stand nowhere.</summary>
    public static SyntaxException Unexpected(Cursor cursor) =>
        Unexpected(cursor, cursor.Position, c => IsToken(c) || OperatorCharacters.Contains(c));

    /// <summary>The error for the run of characters, begun at <paramref name="start"/>, of which none fits.</summary>
    public static SyntaxException Unexpected(Cursor cursor, int start, Func<char, bool> fits)
    {
        cursor.TakeWhile(c => !fits(c) && !char.IsWhiteSpace(c));
        return cursor.Position > start
            ? FilterPatternErrors.InvalidCharactersAt(cursor.Source, cursor.SpanFrom(start))
            : FilterPatternErrors.At(new TextSpan(start, cursor.AtEnd ? 0 : 1));
    }
}
