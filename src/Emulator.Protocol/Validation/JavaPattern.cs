using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Emulator.Protocol.Validation;

/// <summary>A regular expression of Java that must match a whole string, in time linear in its length.</summary>
/// <remarks>
/// Most published patterns are one repeated character class, such as <c>[\.\-_/#A-Za-z0-9]+</c>; these need no regular expression,
/// whose construction takes longer than the emulator's whole first answer.
/// </remarks>
/// <threadsafety>Safe: two threads may build the same regular expression, and one of them wins.</threadsafety>
sealed class JavaPattern
{
    readonly string _expression;
    readonly CharacterClass? _class;
    Regex? _regex;

    public JavaPattern(string expression)
    {
        _expression = expression;
        _class = CharacterClass.Parse(expression);
    }

    public bool Matches(string text) =>
        _class is { } characters
            ? characters.Matches(text)
            : (
                _regex ??= new Regex(
                    $@"\A(?:{Translate(_expression)})\z",
                    RegexOptions.NonBacktracking | RegexOptions.CultureInvariant
                )
            ).IsMatch(text);

    /// <summary>Spells out what Java and .NET understand differently: <c>\w</c>, <c>\d</c> and <c>\s</c> are ASCII in Java, <c>.</c> stops at more line ends.</summary>
    static string Translate(string expression)
    {
        var result = new StringBuilder();
        var inClass = false;
        for (var i = 0; i < expression.Length; i++)
        {
            var c = expression[i];
            if (c == '\\')
            {
                result.Append(TranslateEscape(expression[++i], inClass));
                continue;
            }

            inClass = c == '[' || (inClass && c != ']');
            result.Append(c == '.' && !inClass ? @"[^\n\r\u0085\u2028\u2029]" : c.ToString());
        }

        return result.ToString();
    }

    static string TranslateEscape(char escaped, bool inClass)
    {
        var set = escaped switch
        {
            'w' => "a-zA-Z0-9_",
            'd' => "0-9",
            's' or 'S' => @" \t\n\x0B\f\r",
            _ => null,
        };
        return set is null ? $@"\{escaped}"
            : escaped == 'S' ? $"[^{set}]"
            : inClass ? set
            : $"[{set}]";
    }

    /// <summary>A set of ASCII characters, or all others, repeated.</summary>
    sealed class CharacterClass(SearchValues<char> characters, bool isNegated, bool mayBeEmpty)
    {
        public bool Matches(string text) =>
            text.Length == 0 ? mayBeEmpty
            : isNegated ? text.AsSpan().IndexOfAny(characters) < 0
            : text.AsSpan().IndexOfAnyExcept(characters) < 0;

        /// <returns><c>null</c> when the expression is anything else than <c>[…]*</c> or <c>[…]+</c>, anchored or not.</returns>
        public static CharacterClass? Parse(string expression)
        {
            var body = expression.AsSpan().TrimStart('^').TrimEnd('$');
            if (body.Length < 4 || body[0] != '[' || body[^2] != ']' || body[^1] is not ('*' or '+'))
            {
                return null;
            }

            var isNegated = body[1] == '^';
            var characters = ParseSet(body[(isNegated ? 2 : 1)..^2]);
            return characters is null
                ? null
                : new CharacterClass(SearchValues.Create(characters), isNegated, mayBeEmpty: body[^1] == '*');
        }

        static string? ParseSet(ReadOnlySpan<char> set)
        {
            var characters = new StringBuilder();
            for (var i = 0; i < set.Length; i++)
            {
                if (set[i] is '[' or ']' or '&' || set[i] > '\x7F')
                {
                    return null;
                }

                if (set[i] == '\\')
                {
                    i++;
                    if (set[i] == 'w')
                    {
                        AppendRange(characters, 'a', 'z');
                        AppendRange(characters, 'A', 'Z');
                        AppendRange(characters, '0', '9');
                        characters.Append('_');
                    }
                    else if (set[i] == 'd')
                    {
                        AppendRange(characters, '0', '9');
                    }
                    else if (char.IsAsciiLetterOrDigit(set[i]))
                    {
                        return null;
                    }
                    else
                    {
                        characters.Append(set[i]);
                    }
                }
                else if (i + 2 < set.Length && set[i + 1] == '-' && char.IsAsciiLetterOrDigit(set[i]))
                {
                    if (!char.IsAsciiLetterOrDigit(set[i + 2]))
                    {
                        return null;
                    }

                    AppendRange(characters, set[i], set[i + 2]);
                    i += 2;
                }
                else
                {
                    characters.Append(set[i]);
                }
            }

            return characters.ToString();
        }

        static void AppendRange(StringBuilder characters, char first, char last)
        {
            for (var c = first; c <= last; c++)
            {
                characters.Append(c);
            }
        }
    }
}
