using Emulator.Languages.FilterPatterns.Syntax;
using Emulator.Languages.Text;

namespace Emulator.Languages.FilterPatterns.Parsing;

/// <summary>Reads an unstructured pattern.</summary>
static class TermParser
{
    // terms = term , { ws1 , term } ;
    public static Pattern Parse(Cursor cursor)
    {
        List<Term> terms = [];
        while (!cursor.AtEnd)
        {
            terms.Add(ParseTerm(cursor));
            if (!cursor.AtEnd && !char.IsWhiteSpace(cursor.Current))
            {
                throw Unexpected(cursor);
            }

            cursor.SkipWhiteSpace();
        }

        // AWS documents the pattern " ", with its quotes, as one that matches every message: also one without a blank.
        return
            terms is [{ Role: TermRole.Required, Content: TextLiteral { Value: var only } }]
            && string.IsNullOrWhiteSpace(only)
            ? new MatchAllPattern()
            : new TermsPattern(terms);
    }

    // term = [ "?" | "-" ] , ( bare | phrase | regex ) ;
    static Term ParseTerm(Cursor cursor)
    {
        var role =
            cursor.TryTake("?") ? TermRole.Optional
            : cursor.TryTake("-") ? TermRole.Excluded
            : TermRole.Required;

        return new Term(role, LiteralParser.TryParseQuoted(cursor) ?? ParseBare(cursor));
    }

    // bare = bare_char , { bare_char } ;
    static TextLiteral ParseBare(Cursor cursor)
    {
        var text = cursor.TakeWhile(PatternCharacters.IsBare);
        return text.Length > 0 ? new TextLiteral(text, Quoted: false) : throw Unexpected(cursor);
    }

    static SyntaxException Unexpected(Cursor cursor) =>
        PatternCharacters.Unexpected(cursor, cursor.Position, PatternCharacters.IsBare);
}
