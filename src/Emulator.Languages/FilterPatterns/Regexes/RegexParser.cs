using System.Buffers;
using System.Globalization;
using Emulator.Languages.Text;

namespace Emulator.Languages.FilterPatterns.Regexes;

/// <summary>Reads the body of <c>%…%</c>, in the syntax that CloudWatch Logs allows and nothing beyond.</summary>
/// <param name="cursor">Stands behind the opening percent sign.</param>
/// <param name="end">Where the closing percent sign stands.</param>
sealed class RegexParser(Cursor cursor, int end)
{
    /// <summary>A single count this large cannot fit into <see cref="Regex.MaxPositions"/>.</summary>
    const int MaxCountDigits = 4;

    const string Operators = "^$?[]{}|\\*+.";

    static readonly SearchValues<char> PlainCharacters = SearchValues.Create(
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz:_#=@/;,- "
    );

    bool AtEnd => cursor.Position >= end;

    // regex = branch , { "|" , branch } ;
    public Regex Parse()
    {
        var start = cursor.Position;
        if (AtEnd)
        {
            throw FilterPatternErrors.At(cursor.SpanFrom(start));
        }

        List<RegexBranch> branches = [ParseBranch()];
        while (TryTake('|'))
        {
            branches.Add(ParseBranch());
        }

        var regex = new Regex(branches);
        return regex.PositionCount <= Regex.MaxPositions
            ? regex
            : throw FilterPatternErrors.At(cursor.SpanFrom(start), FilterPatternErrors.RegexTooLarge);
    }

    // branch = { "^" | "$" | atom , [ quantifier ] } ;
    RegexBranch ParseBranch()
    {
        List<RegexItem> items = [];
        while (!AtEnd && cursor.Current != '|')
        {
            items.Add(
                TryTake('^') ? new StartAnchor()
                : TryTake('$') ? new EndAnchor()
                : ParseQuantifier(ParseAtom())
            );
        }

        return new RegexBranch(items);
    }

    // atom = plain | "." | class | escape ;
    SymbolSet ParseAtom() =>
        cursor.Current switch
        {
            '.' => Take(SymbolSet.AnyButNewLine),
            '[' => ParseClass(),
            '\\' => ParseEscape(),
            var c when PlainCharacters.Contains(c) => Take(SymbolSet.Of(c)),
            var c when Operators.Contains(c) => throw Misplaced(),
            _ => throw Forbidden(),
        };

    // quantifier = "*" | "+" | "?" | "{" , count , "}" | "{" , [ count ] , "," , [ " " ] , [ count ] , "}" ;
    Repetition ParseQuantifier(SymbolSet set)
    {
        if (AtEnd)
        {
            return new Repetition(set, 1, 1);
        }

        return cursor.Current switch
        {
            '*' => Take(new Repetition(set, 0, null)),
            '+' => Take(new Repetition(set, 1, null)),
            '?' => Take(new Repetition(set, 0, 1)),
            '{' => ParseCounts(set),
            _ => new Repetition(set, 1, 1),
        };
    }

    Repetition ParseCounts(SymbolSet set)
    {
        var start = cursor.Position++;
        var least = ParseCount();
        var most = least;
        if (TryTake(','))
        {
            TryTake(' ');
            most = ParseCount();
        }

        return TryTake('}') && (least ?? most) is not null && !(most < least)
            ? new Repetition(set, least ?? 0, most)
            : throw FilterPatternErrors.At(cursor.SpanFrom(start));
    }

    int? ParseCount()
    {
        var start = cursor.Position;
        var digits = cursor.TakeWhile(char.IsAsciiDigit);
        return digits.Length switch
        {
            0 => null,
            <= MaxCountDigits => int.Parse(digits, CultureInfo.InvariantCulture),
            _ => throw FilterPatternErrors.At(cursor.SpanFrom(start), FilterPatternErrors.RegexTooLarge),
        };
    }

    // class = "[" , [ "^" ] , member , { member } , "]" ;
    SymbolSet ParseClass()
    {
        var start = cursor.Position++;
        var negated = TryTake('^');
        var set = default(SymbolSet);
        do
        {
            if (AtEnd || cursor.Current is '[' or ']')
            {
                throw FilterPatternErrors.At(cursor.SpanFrom(start));
            }

            set |= ParseClassMember();
        } while (!TryTake(']'));

        return negated ? ~set : set;
    }

    // member = symbol , [ "-" , symbol ] ;      a "-" before the "]" stands for itself
    SymbolSet ParseClassMember()
    {
        var start = cursor.Position;
        var first = ParseClassSymbol();
        if (cursor.Current != '-' || cursor.PeekAt(1) == ']')
        {
            return first;
        }

        cursor.Position++;
        if (AtEnd || first.Single is not { } low || ParseClassSymbol().Single is not { } high || high < low)
        {
            throw FilterPatternErrors.At(cursor.SpanFrom(start));
        }

        return SymbolSet.Range(low, high);
    }

    // symbol = plain | escape | "^" | "$" | "?" | "{" | "}" | "|" | "*" | "+" | "." ;
    SymbolSet ParseClassSymbol() =>
        cursor.Current switch
        {
            '\\' => ParseEscape(),
            '[' or ']' => throw Misplaced(),
            var c when PlainCharacters.Contains(c) || Operators.Contains(c) => Take(SymbolSet.Of(c)),
            _ => throw Forbidden(),
        };

    // escape = "\" , ( "d" | "D" | "s" | "S" | "w" | "W" | "x" , hex , hex | operator | plain punctuation ) ;
    SymbolSet ParseEscape()
    {
        var start = cursor.Position++;
        if (AtEnd)
        {
            throw FilterPatternErrors.InvalidCharactersAt(cursor.Source, cursor.SpanFrom(start));
        }

        switch (cursor.Current)
        {
            case 'd':
                return Take(SymbolSet.Digits);
            case 'D':
                return Take(~SymbolSet.Digits);
            case 's':
                return Take(SymbolSet.WhiteSpace);
            case 'S':
                return Take(~SymbolSet.WhiteSpace);
            case 'w':
                return Take(SymbolSet.WordCharacters);
            case 'W':
                return Take(~SymbolSet.WordCharacters);
            case 'x' when char.IsAsciiHexDigit(cursor.PeekAt(1)) && char.IsAsciiHexDigit(cursor.PeekAt(2)):
                var code = Convert.FromHexString(cursor.Source.AsSpan(cursor.Position + 1, 2))[0];
                cursor.Position += 3;
                return code < SymbolSet.NonAsciiSymbol
                    ? SymbolSet.Of((char)code)
                    : throw FilterPatternErrors.InvalidCharactersAt(cursor.Source, cursor.SpanFrom(start));
            case var c when Operators.Contains(c) || (PlainCharacters.Contains(c) && !char.IsAsciiLetterOrDigit(c)):
                return Take(SymbolSet.Of(c));
            default:
                cursor.Position++;
                throw FilterPatternErrors.InvalidCharactersAt(cursor.Source, cursor.SpanFrom(start));
        }
    }

    bool TryTake(char c)
    {
        if (AtEnd || cursor.Current != c)
        {
            return false;
        }

        cursor.Position++;
        return true;
    }

    T Take<T>(T result)
    {
        cursor.Position++;
        return result;
    }

    /// <summary>An operator where none can stand.</summary>
    SyntaxException Misplaced() => FilterPatternErrors.At(new TextSpan(cursor.Position, 1));

    /// <summary>A run of characters that no regular expression may hold.</summary>
    SyntaxException Forbidden()
    {
        var start = cursor.Position;
        cursor.TakeWhile(c => c != '%' && !PlainCharacters.Contains(c) && !Operators.Contains(c));
        return FilterPatternErrors.InvalidCharactersAt(cursor.Source, cursor.SpanFrom(start));
    }
}
