namespace Emulator.Languages.Search;

/// <summary>Cuts names into the parts that a search looks for.</summary>
/// <remarks>
/// A name is cut at every character that is neither letter nor digit, at camel-case humps, and between letters and digits:
/// <c>SDBFailure</c> has the parts SDB and Failure, <c>Project2-trial333</c> Project, 2, trial and 333.
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/search-expression-syntax.html"/>
/// </remarks>
internal static class NameParts
{
    /// <summary>Fills <paramref name="parts"/>, which has room for as many parts as the name has characters.</summary>
    /// <returns>How many parts there are.</returns>
    public static int Cut(ReadOnlySpan<char> name, Span<Range> parts)
    {
        var count = 0;
        var position = 0;
        while (position < name.Length)
        {
            if (!char.IsLetterOrDigit(name[position]))
            {
                position++;
                continue;
            }

            var end = EndOfPart(name, position);
            parts[count++] = position..end;
            position = end;
        }

        return count;
    }

    static int EndOfPart(ReadOnlySpan<char> name, int start)
    {
        if (!char.IsLetter(name[start]))
        {
            return EndOfRun(name, start, static c => char.IsLetterOrDigit(c) && !char.IsLetter(c));
        }

        var capitals = EndOfRun(name, start, char.IsUpper);
        var letters = EndOfRun(name, capitals, static c => char.IsLetter(c) && !char.IsUpper(c));
        // In a run of capitals the last one belongs to the word that it starts.
        return capitals - start > 1 && letters > capitals ? capitals - 1 : letters;
    }

    static int EndOfRun(ReadOnlySpan<char> name, int start, Func<char, bool> belongs)
    {
        var end = start;
        while (end < name.Length && belongs(name[end]))
        {
            end++;
        }

        return end;
    }
}
