using System.Globalization;

namespace Emulator.Languages.Insights;

/// <summary>How large the counts of a regular expression make it: <c>(a{10}){20}</c> is 200 times a.</summary>
internal static class CountedRepetitions
{
    /// <returns>The greatest product of counts inside one another.</returns>
    public static long Of(string pattern)
    {
        // For each open group: the greatest product inside it so far, and that of the item before the current position.
        var open = new Stack<(long Greatest, long Last)>();
        (long Greatest, long Last) level = (1, 1);
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '\\':
                    i++;
                    level.Last = 1;
                    break;
                case '[':
                    i = EndOfClass(pattern, i);
                    level.Last = 1;
                    break;
                case '(':
                    open.Push(level);
                    level = (1, 1);
                    break;
                case ')' when open.Count > 0:
                    var inner = level.Greatest;
                    level = open.Pop();
                    level = (Math.Max(level.Greatest, inner), inner);
                    break;
                case '{' when Count(pattern, i) is { } count:
                    level.Last = Math.Min(level.Last * count, int.MaxValue);
                    level.Greatest = Math.Max(level.Greatest, level.Last);
                    break;
                default:
                    level.Last = pattern[i] is '*' or '+' or '?' ? level.Last : 1;
                    break;
            }
        }

        return level.Greatest;
    }

    static int EndOfClass(string pattern, int start)
    {
        for (var i = start + 1; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\')
            {
                i++;
            }
            else if (pattern[i] == ']' && i > start + 1)
            {
                return i;
            }
        }

        return pattern.Length;
    }

    static long? Count(string pattern, int brace)
    {
        var end = pattern.IndexOf('}', brace);
        if (end < 0)
        {
            return null;
        }

        var parts = pattern[(brace + 1)..end].Split(',');
        var numbers = parts
            .Where(part => part.Length > 0)
            .Select(part =>
                int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    ? (long?)number
                    : null
            )
            .ToList();
        return numbers.Count is 0 || numbers.Contains(null) ? null : Math.Max(1, numbers.Max()!.Value);
    }
}
