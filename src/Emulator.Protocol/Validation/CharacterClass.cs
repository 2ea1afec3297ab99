using System.Buffers;
using System.Text;

namespace Emulator.Protocol.Validation;

/// <summary>A repeated set of ASCII characters, such as <c>[\.\-_/#A-Za-z0-9]+</c>, or of all others, such as <c>[^:*]*</c>.</summary>
/// <remarks>Most published patterns are of this kind and need no <c>Regex</c>, which is slow to construct.</remarks>
sealed class CharacterClass(SearchValues<char> characters, bool isNegated, bool mayBeEmpty)
{
    public bool Matches(string text) =>
        text.Length == 0 ? mayBeEmpty
        : isNegated ? text.AsSpan().IndexOfAny(characters) < 0
        : text.AsSpan().IndexOfAnyExcept(characters) < 0;

    /// <returns><c>null</c> when the expression is anything but <c>[…]*</c> or <c>[…]+</c>, anchored or not.</returns>
    public static CharacterClass? Parse(string expression)
    {
        var body = expression.AsSpan().TrimStart('^').TrimEnd('$');
        if (body.Length < 4 || body[0] != '[' || body[^2] != ']' || body[^1] is not ('*' or '+'))
        {
            return null;
        }

        var isNegated = body[1] == '^';
        return ParseSet(body[(isNegated ? 2 : 1)..^2]) is { } characters
            ? new CharacterClass(SearchValues.Create(characters), isNegated, mayBeEmpty: body[^1] == '*')
            : null;
    }

    static string? ParseSet(ReadOnlySpan<char> set)
    {
        var characters = new StringBuilder();
        while (!set.IsEmpty)
        {
            if (ParseEscape(set) is { } escaped)
            {
                characters.Append(escaped);
                set = set[2..];
            }
            else if (set[0] is '\\' or '[' or ']' or '&' || !char.IsAscii(set[0]))
            {
                return null;
            }
            else if (set.Length > 2 && set[1] == '-')
            {
                if (!char.IsAsciiLetterOrDigit(set[2]))
                {
                    return null;
                }

                characters.Append(Range(set[0], set[2]));
                set = set[3..];
            }
            else
            {
                characters.Append(set[0]);
                set = set[1..];
            }
        }

        return characters.ToString();
    }

    /// <returns><c>null</c> when the set does not begin with an escape of the simple kinds.</returns>
    static string? ParseEscape(ReadOnlySpan<char> set) =>
        set.Length < 2 || set[0] != '\\' ? null
        : set[1] == 'w' ? Range('a', 'z') + Range('A', 'Z') + Range('0', '9') + "_"
        : set[1] == 'd' ? Range('0', '9')
        : char.IsAsciiLetterOrDigit(set[1]) || (set.Length > 3 && set[2] == '-') ? null
        : set[1].ToString();

    static string Range(char first, char last)
    {
        var characters = new StringBuilder();
        for (var c = first; c <= last; c++)
        {
            characters.Append(c);
        }

        return characters.ToString();
    }
}
