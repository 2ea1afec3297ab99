namespace Emulator.Languages.Search;

/// <summary>A bare word of a search, ready to be compared with names.</summary>
/// <remarks>
/// A word of one part matches a part of a name in any case. A word of several parts has to occur as consecutive parts: in any
/// case if other characters separate its parts, in the same case if only its capitals do. A word that is a whole name, but for
/// case and separators, always matches.
/// </remarks>
internal sealed class SearchWord
{
    const int StackParts = 256;

    readonly string[] _parts;
    readonly StringComparison _comparison;

    public SearchWord(string text)
    {
        var ranges = new Range[text.Length];
        var count = NameParts.Cut(text, ranges);
        _parts = [.. ranges.Take(count).Select(range => text[range])];
        var isOneSegment = count > 0 && text[ranges[0].Start..ranges[count - 1].End].All(char.IsLetterOrDigit);
        _comparison = isOneSegment && count > 1 ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
    }

    /// <summary>Whether the word has a letter or digit to look for.</summary>
    public bool IsSearchable => _parts.Length > 0;

    public bool Matches(string name)
    {
        var ranges = name.Length <= StackParts ? stackalloc Range[name.Length] : new Range[name.Length];
        var parts = ranges[..NameParts.Cut(name, ranges)];
        return HasConsecutive(name, parts) || IsWhole(name);
    }

    bool HasConsecutive(string name, ReadOnlySpan<Range> parts)
    {
        for (var start = 0; start + _parts.Length <= parts.Length; start++)
        {
            if (StartsWith(name, parts[start..]))
            {
                return true;
            }
        }

        return false;
    }

    bool StartsWith(string name, ReadOnlySpan<Range> parts)
    {
        for (var i = 0; i < _parts.Length; i++)
        {
            if (!name.AsSpan(parts[i]).Equals(_parts[i], _comparison))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Compares letters and digits only, in any case.</summary>
    bool IsWhole(string name)
    {
        int part = 0,
            offset = 0;
        foreach (var character in name)
        {
            if (!char.IsLetterOrDigit(character))
            {
                continue;
            }

            if (
                part == _parts.Length
                || char.ToLowerInvariant(_parts[part][offset]) != char.ToLowerInvariant(character)
            )
            {
                return false;
            }

            offset++;
            if (offset == _parts[part].Length)
            {
                part++;
                offset = 0;
            }
        }

        return part == _parts.Length;
    }
}
