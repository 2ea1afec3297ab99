using Emulator.Languages.FilterPatterns.Syntax;
using Emulator.Languages.Text;

namespace Emulator.Languages.FilterPatterns.Parsing;

/// <summary>Reads a filter pattern of any dialect.</summary>
static class FilterPatternParser
{
    /// <exception cref="SyntaxException">The texts are in <see cref="FilterPatternErrors"/>.</exception>
    // pattern = ws , ( "" | json | delimited | terms ) , ws ;
    public static Pattern Parse(string source)
    {
        var cursor = new Cursor(source.TrimEnd());
        cursor.SkipWhiteSpace();

        return cursor.Current switch
        {
            _ when cursor.AtEnd => new MatchAllPattern(),
            '{' => ParseJson(Unwrap(cursor, '}')),
            '[' => new SlotParser(Unwrap(cursor, ']')).Parse(),
            _ => TermParser.Parse(cursor),
        };
    }

    // json = "{" , ws , or_expr , ws , "}" ;
    static JsonPattern ParseJson(Cursor cursor)
    {
        var condition = new ExpressionParser(cursor, SelectorParser.Parse).Parse();
        return cursor.AtEnd ? new JsonPattern(condition) : throw PatternCharacters.Unexpected(cursor);
    }

    /// <summary>The cursor behind the opening bracket, over a source that ends before the closing one.</summary>
    static Cursor Unwrap(Cursor cursor, char close)
    {
        var open = cursor.Position;
        var last = cursor.Source.Length - 1;
        if (last == open || cursor.Source[last] != close)
        {
            throw FilterPatternErrors.At(
                new TextSpan(open, last - open + 1),
                FilterPatternErrors.NotClosed(cursor.Current, close)
            );
        }

        return new Cursor(cursor.Source[..last]) { Position = open + 1 };
    }
}
