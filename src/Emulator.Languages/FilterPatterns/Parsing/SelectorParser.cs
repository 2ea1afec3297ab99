using System.Globalization;
using Emulator.Languages.FilterPatterns.Syntax;
using Emulator.Languages.Text;

namespace Emulator.Languages.FilterPatterns.Parsing;

/// <summary>Reads the paths of JSON patterns.</summary>
static class SelectorParser
{
    // selector = "$" , step , { step } ;
    public static Selector Parse(Cursor cursor)
    {
        var start = cursor.Position;
        if (!cursor.TryTake("$"))
        {
            throw PatternCharacters.Unexpected(cursor);
        }

        List<SelectorStep> steps = [];
        while (cursor.Current is '.' or '[')
        {
            steps.Add(ParseStep(cursor));
        }

        return steps.Count > 0
            ? new Selector(cursor.TextFrom(start), steps)
            : throw PatternCharacters.Unexpected(cursor, start, PatternCharacters.IsName);
    }

    // step = "." , ( name | "*" ) | [ "." ] , "[" , ( index | "*" | quoted_key ) , "]" ;
    static SelectorStep ParseStep(Cursor cursor)
    {
        var start = cursor.Position;
        if (cursor.TryTake(".") && cursor.Current != '[')
        {
            return cursor.TryTake("*") ? new AnyMemberStep() : new MemberStep(ParseName(cursor, start));
        }

        cursor.Position++;
        SelectorStep step =
            cursor.TryTake("*") ? new AnyElementStep()
            : cursor.Current is '\'' or '"' ? ParseQuotedKey(cursor)
            : ParseIndex(cursor);
        return cursor.TryTake("]") ? step : throw FilterPatternErrors.At(cursor.SpanFrom(start));
    }

    // name = name_char , { name_char } ;
    static string ParseName(Cursor cursor, int dot)
    {
        var name = cursor.TakeWhile(PatternCharacters.IsName);
        if (name.Length > 0)
        {
            return name;
        }

        // AWS names the whole run that holds the mistake: '$."' for $."sc-status".
        var start = cursor.Source[dot - 1] == '$' ? dot - 1 : dot;
        throw PatternCharacters.Unexpected(cursor, start, PatternCharacters.IsName);
    }

    // quoted_key = "'" , { any except "'" } , "'" | '"' , { any except '"' } , '"' ;
    static MemberStep ParseQuotedKey(Cursor cursor)
    {
        var quote = cursor.Current;
        var start = cursor.Position++;
        var name = cursor.TakeWhile(c => c != quote);
        if (cursor.AtEnd)
        {
            throw FilterPatternErrors.At(cursor.SpanFrom(start));
        }

        cursor.Position++;
        return new MemberStep(name);
    }

    // index = digit , { digit } ;
    static ElementStep ParseIndex(Cursor cursor)
    {
        var start = cursor.Position;
        var digits = cursor.TakeWhile(char.IsAsciiDigit);
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? new ElementStep(index)
            : throw FilterPatternErrors.At(cursor.SpanFrom(start));
    }
}
