using System.Buffers;

namespace Emulator.Services.Logs.Protection;

/// <summary>Looks for keywords near data.</summary>
/// <remarks>
/// AWS: a keyword has to be within 30 characters of the data; where it has a blank, the text may have none, or an underscore, or a hyphen. Case does
/// not matter, and a keyword inside a longer word is none.
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL-managed-data-identifiers.html"/>
/// </remarks>
/// <threadsafety>Immutable.</threadsafety>
sealed class KeywordSearch
{
    /// <summary>In characters.</summary>
    const int Distance = 30;

    static readonly string[] Blanks = [" ", "", "_", "-"];

    // Longest first, so that the longest keyword at a place is found.
    readonly string[] _keywords;
    readonly Lazy<SearchValues<string>> _search;

    public KeywordSearch(IEnumerable<string> keywords)
    {
        _keywords = [.. keywords.SelectMany(Variants).Distinct().OrderByDescending(keyword => keyword.Length)];
        _search = new(() => SearchValues.Create(_keywords, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether a keyword stands near the data between two places of a text.</summary>
    public bool IsNear(ReadOnlySpan<char> text, int start, int end)
    {
        var reach = Distance + _keywords[0].Length;
        return Holds(text, Math.Max(0, start - reach), start, firstEnd: start - Distance, lastStart: start)
            || Holds(text, end, Math.Min(text.Length, end + reach), firstEnd: end, lastStart: end + Distance);
    }

    /// <summary>Whether a keyword lies in a part of a text, not too far at the front, and not too far at the back.</summary>
    bool Holds(ReadOnlySpan<char> text, int from, int until, int firstEnd, int lastStart)
    {
        while (from < until && text[from..until].IndexOfAny(_search.Value) is >= 0 and var found)
        {
            var start = from + found;
            if (start > lastStart)
            {
                return false;
            }

            foreach (var keyword in _keywords)
            {
                var end = start + keyword.Length;
                if (
                    end >= firstEnd
                    && end <= until
                    && text[start..end].Equals(keyword, StringComparison.OrdinalIgnoreCase)
                    && IsWord(text, start, end)
                )
                {
                    return true;
                }
            }

            from = start + 1;
        }

        return false;
    }

    static bool IsWord(ReadOnlySpan<char> text, int start, int end) =>
        (start == 0 || !char.IsAsciiLetter(text[start - 1]) || !char.IsAsciiLetter(text[start]))
        && (end == text.Length || !char.IsAsciiLetter(text[end]) || !char.IsAsciiLetter(text[end - 1]));

    static IEnumerable<string> Variants(string keyword) =>
        Blanks.Select(blank => keyword.Replace(" ", blank, StringComparison.Ordinal));
}
