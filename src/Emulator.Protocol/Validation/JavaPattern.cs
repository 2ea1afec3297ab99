using System.Text;
using System.Text.RegularExpressions;

namespace Emulator.Protocol.Validation;

/// <summary>A regular expression of Java that must match a whole string, in time linear in its length.</summary>
/// <threadsafety>Safe: two threads may build the same regular expression, and one of them wins.</threadsafety>
sealed class JavaPattern(string expression)
{
    readonly CharacterClass? _characters = CharacterClass.Parse(expression);
    Regex? _regex;

    public bool Matches(string text)
    {
        if (_characters is not null)
        {
            return _characters.Matches(text);
        }

        _regex ??= new Regex(
            $@"\A(?:{Translate(expression)})\z",
            RegexOptions.NonBacktracking | RegexOptions.CultureInvariant
        );
        return _regex.IsMatch(text);
    }

    /// <summary>Spells out what .NET understands differently: Java's <c>\w</c>, <c>\d</c> and <c>\s</c> are ASCII, and its <c>.</c> stops at more line ends.</summary>
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
            }
            else
            {
                inClass = c == '[' || (inClass && c != ']');
                result.Append(c == '.' && !inClass ? @"[^\n\r\u0085\u2028\u2029]" : c.ToString());
            }
        }

        return result.ToString();
    }

    /// <summary>Each set ends in a range, so that a <c>-</c> behind it stands for itself, as it does in Java.</summary>
    static string TranslateEscape(char escaped, bool inClass) =>
        escaped switch
        {
            'w' when inClass => "_a-zA-Z0-9",
            'w' => "[_a-zA-Z0-9]",
            'd' when inClass => "0-9",
            'd' => "[0-9]",
            's' when inClass => @" \t-\r",
            's' => @"[ \t-\r]",
            'S' when !inClass => @"[^ \t-\r]",
            '_' => "_",
            _ => $@"\{escaped}",
        };
}
