namespace Emulator.Languages.FilterPatterns.Regexes;

/// <summary>A parsed regular expression: branches joined by <c>|</c>. There are no groups, so a branch is a plain row.</summary>
sealed record Regex(IReadOnlyList<RegexBranch> Branches)
{
    /// <summary>How many positions an expression may have when its counts are written out.</summary>
    /// <remarks>AWS's limit is not known; ours bounds what one character of a message can cost.</remarks>
    public const int MaxPositions = 1024;

    public int PositionCount => Branches.Sum(branch => branch.PositionCount);

    /// <summary>The branches that can match anything, written out.</summary>
    public IEnumerable<RegexRow> Rows => Branches.Select(RegexRow.Of).OfType<RegexRow>();

    /// <summary>The text that the expression searches for, when that is all it does: <c>%ERROR%</c>.</summary>
    public string? PlainText =>
        Branches is [var only] && RegexRow.Of(only) is { FromStart: false, ToEnd: false } row ? row.PlainText : null;

    /// <summary>Texts that everything it matches contains.</summary>
    public IEnumerable<string> Literals => Branches is [var only] ? RegexRow.Of(only)?.Literals ?? [] : [];
}

/// <summary>Items that match one after another.</summary>
sealed record RegexBranch(IReadOnlyList<RegexItem> Items)
{
    /// <summary>How many positions the branch takes when its counts are written out, with one for its beginning.</summary>
    public int PositionCount => 1 + Items.OfType<Repetition>().Sum(item => item.PositionCount);
}

/// <summary>An anchor or a repeated symbol.</summary>
abstract record RegexItem
{
    /// <summary>Whether the item can match the empty text.</summary>
    public abstract bool CanBeEmpty { get; }
}

/// <summary><c>^</c>: the start of the text.</summary>
sealed record StartAnchor : RegexItem
{
    public override bool CanBeEmpty => true;
}

/// <summary><c>$</c>: the end of the text.</summary>
sealed record EndAnchor : RegexItem
{
    public override bool CanBeEmpty => true;
}

/// <summary>One of a set of symbols, so many times.</summary>
/// <param name="Most">Absent for no limit.</param>
sealed record Repetition(SymbolSet Set, int Least, int? Most) : RegexItem
{
    public override bool CanBeEmpty => Least == 0;

    /// <summary>How many positions the item takes when its counts are written out.</summary>
    public int PositionCount => Most ?? Math.Max(Least, 1);
}
