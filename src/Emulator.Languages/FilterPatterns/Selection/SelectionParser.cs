using Emulator.Languages.Text;

namespace Emulator.Languages.FilterPatterns.Selection;

/// <summary>Reads selection criteria.</summary>
/// <param name="fields">The fields that they may name.</param>
sealed class SelectionParser(TokenReader<SelectionToken> reader, IReadOnlyList<string> fields)
{
    // criteria = or , end ;
    public Criterion Parse()
    {
        var criterion = ParseOr();
        reader.Expect(SelectionToken.End);
        return criterion;
    }

    // or = and , { "OR" , and } ;
    Criterion ParseOr()
    {
        List<Criterion> parts = [ParseAnd()];
        while (reader.TryTake(SelectionToken.Or))
        {
            parts.Add(ParseAnd());
        }

        return has => parts.Exists(part => part(has));
    }

    // and = item , { "AND" , item } ;
    Criterion ParseAnd()
    {
        List<Criterion> parts = [ParseItem()];
        while (reader.TryTake(SelectionToken.And))
        {
            parts.Add(ParseItem());
        }

        return has => parts.TrueForAll(part => part(has));
    }

    // item = "(" , or , ")" | field , ( "=" , string | "!=" , string | [ "NOT" ] , "IN" , list ) ;
    Criterion ParseItem()
    {
        if (reader.TryTake(SelectionToken.OpenParenthesis))
        {
            using var nesting = reader.Nest();
            var inner = ParseOr();
            reader.Expect(SelectionToken.CloseParenthesis);
            return inner;
        }

        var field = ParseField();
        if (reader.TryTake(SelectionToken.Equal))
        {
            return HasAny(field, [ParseString()]);
        }

        if (reader.TryTake(SelectionToken.NotEqual))
        {
            return HasNone(field, [ParseString()]);
        }

        if (reader.TryTake(SelectionToken.Not))
        {
            reader.Expect(SelectionToken.In);
            return HasNone(field, ParseList());
        }

        reader.Expect(SelectionToken.In);
        return HasAny(field, ParseList());
    }

    string ParseField()
    {
        var field = reader.Expect(SelectionToken.Word);
        return fields.Contains(field.Text)
            ? field.Text
            : throw new SyntaxException($"Expected {string.Join(" or ", fields)} but found '{field.Text}'", field.Span);
    }

    // list = "[" , string , { "," , string } , "]" ;
    List<string> ParseList()
    {
        reader.Expect(SelectionToken.OpenBracket);
        List<string> values = [ParseString()];
        while (reader.TryTake(SelectionToken.Comma))
        {
            values.Add(ParseString());
        }

        reader.Expect(SelectionToken.CloseBracket);
        return values;
    }

    string ParseString() => reader.Expect(SelectionToken.String).Text[1..^1];

    static Criterion HasAny(string field, List<string> values) => has => values.Exists(value => has(field, value));

    static Criterion HasNone(string field, List<string> values) => has => !values.Exists(value => has(field, value));
}
