using Emulator.Languages.FilterPatterns.Syntax;
using Emulator.Languages.Text;

namespace Emulator.Languages.FilterPatterns.Parsing;

/// <summary>Reads the logical expressions of JSON patterns and of slots.</summary>
/// <param name="parseSubject">Reads what a condition looks at; stands behind white space.</param>
sealed class ExpressionParser(Cursor cursor, Func<Cursor, Subject> parseSubject)
{
    const int MaxDepth = 64;

    int _depth;

    /// <summary>Reads an expression and the white space behind it.</summary>
    public Expression Parse() => ParseOr();

    // or_expr = and_expr , { "||" , and_expr } ;
    Expression ParseOr()
    {
        List<Expression> parts = [ParseAnd()];
        while (cursor.TryTake("||"))
        {
            parts.Add(ParseAnd());
        }

        return parts is [var single] ? single : new AnyOf(parts);
    }

    // and_expr = primary , { "&&" , primary } ;
    Expression ParseAnd()
    {
        List<Expression> parts = [ParsePrimary()];
        while (cursor.TryTake("&&"))
        {
            parts.Add(ParsePrimary());
        }

        return parts is [var single] ? single : new AllOf(parts);
    }

    // primary = ws , ( "(" , or_expr , ")" | condition ) , ws ;
    Expression ParsePrimary()
    {
        cursor.SkipWhiteSpace();
        var primary = cursor.Current == '(' ? ParseParentheses() : ParseCondition();
        cursor.SkipWhiteSpace();
        return primary;
    }

    Expression ParseParentheses()
    {
        var open = cursor.Position++;
        if (++_depth > MaxDepth)
        {
            throw FilterPatternErrors.At(cursor.SpanFrom(open), FilterPatternErrors.TooDeep);
        }

        var inner = ParseOr();
        _depth--;
        return cursor.TryTake(")") ? inner : throw PatternCharacters.Unexpected(cursor);
    }

    // condition = subject , ws , test ;
    Condition ParseCondition()
    {
        var subject = parseSubject(cursor);
        cursor.SkipWhiteSpace();
        return new Condition(subject, TryParseComparison() ?? ParseKeywordTest(subject));
    }

    // comparison = ( "=" | "!=" ) , ws , ( literal | regex ) | ( ">=" | "<=" | ">" | "<" ) , ws , number ;
    Comparison? TryParseComparison()
    {
        if (ComparisonOperator.All.FirstOrDefault(candidate => cursor.TryTake(candidate.Symbol)) is not { } comparison)
        {
            return null;
        }

        cursor.SkipWhiteSpace();
        var start = cursor.Position;
        var literal = LiteralParser.Parse(cursor);
        return comparison.IsRelational && literal is not NumberLiteral
            ? throw FilterPatternErrors.At(cursor.SpanFrom(start))
            : new Comparison(comparison, literal);
    }

    // keyword test = "IS" , ws1 , ( "NULL" | "TRUE" | "FALSE" ) | "NOT" , ws1 , "EXISTS" ;   for JSON members only
    Test ParseKeywordTest(Subject subject)
    {
        var start = cursor.Position;
        var first = cursor.TakeWhile(PatternCharacters.IsToken);
        if (first.Length == 0 || subject is not Selector)
        {
            cursor.Position = start;
            throw PatternCharacters.Unexpected(cursor);
        }

        cursor.SkipWhiteSpace();
        return (first, cursor.TakeWhile(PatternCharacters.IsToken)) switch
        {
            ("IS", "NULL") => new IsConstant(JsonConstant.Null),
            ("IS", "TRUE") => new IsConstant(JsonConstant.True),
            ("IS", "FALSE") => new IsConstant(JsonConstant.False),
            ("NOT", "EXISTS") => new NotExists(),
            _ => throw FilterPatternErrors.At(cursor.SpanFrom(start)),
        };
    }
}
