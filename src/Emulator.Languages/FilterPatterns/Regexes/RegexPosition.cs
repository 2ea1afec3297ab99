namespace Emulator.Languages.FilterPatterns.Regexes;

/// <summary>One place in a row of symbols that a text must walk along.</summary>
/// <param name="Optional">Whether the place can be passed without a symbol.</param>
/// <param name="Repeats">Whether the place takes further symbols of its set.</param>
readonly record struct RegexPosition(SymbolSet Set, bool Optional, bool Repeats)
{
    /// <summary>The one character that must stand here, once.</summary>
    public char? Character => Optional || Repeats ? null : Set.Single;
}

/// <summary>A branch with its counts written out and its anchors moved to the ends.</summary>
sealed record RegexRow(IReadOnlyList<RegexPosition> Positions, bool FromStart, bool ToEnd)
{
    /// <summary>Not ASCII, so no position can ask for it.</summary>
    const char Gap = '\uFFFF';

    /// <summary>Writes a branch out; absent when it cannot match anything, as <c>a^</c>.</summary>
    public static RegexRow? Of(RegexBranch branch)
    {
        var items = branch.Items.ToList();
        var start = items.FindLastIndex(item => item is StartAnchor);
        var end = items.FindIndex(item => item is EndAnchor);
        var fromStart = start >= 0;
        var toEnd = end >= 0;

        // What stands before "^" or behind "$" can only ever match the empty text.
        if (fromStart && !items.Take(start).All(item => item.CanBeEmpty))
        {
            return null;
        }

        if (toEnd && !items.Skip(end + 1).All(item => item.CanBeEmpty))
        {
            return null;
        }

        var between = items.Take(toEnd ? end : items.Count).Skip(start + 1);
        return new RegexRow([.. between.Cast<Repetition>().SelectMany(WriteOut)], fromStart, toEnd);
    }

    /// <summary>The row as a text, if each position takes one character only.</summary>
    public string? PlainText =>
        Positions.All(position => position.Character is not null)
            ? string.Concat(Positions.Select(position => position.Character))
            : null;

    /// <summary>The runs of positions that take one character only, as texts.</summary>
    public IEnumerable<string> Literals =>
        string.Concat(Positions.Select(position => position.Character ?? Gap)).Split(Gap);

    static IEnumerable<RegexPosition> WriteOut(Repetition item)
    {
        var required = new RegexPosition(item.Set, Optional: false, Repeats: false);
        if (item.Most is { } most)
        {
            return
            [
                .. Enumerable.Repeat(required, item.Least),
                .. Enumerable.Repeat(required with { Optional = true }, most - item.Least),
            ];
        }

        return
        [
            .. Enumerable.Repeat(required, Math.Max(item.Least - 1, 0)),
            required with
            {
                Optional = item.Least == 0,
                Repeats = true,
            },
        ];
    }
}
