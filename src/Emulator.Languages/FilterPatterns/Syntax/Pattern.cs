namespace Emulator.Languages.FilterPatterns.Syntax;

/// <summary>A parsed filter pattern of any dialect; prints itself in canonical form.</summary>
abstract record Pattern;

/// <summary>The empty pattern, and the quoted blank that AWS documents as its equal.</summary>
sealed record MatchAllPattern : Pattern
{
    public override string ToString() => "";
}

/// <summary>An unstructured pattern: terms that occur, or do not occur, anywhere in the message.</summary>
sealed record TermsPattern(IReadOnlyList<Term> Terms) : Pattern
{
    public override string ToString() => string.Join(' ', Terms);
}

/// <summary>One term with its prefix.</summary>
/// <param name="Content">A <see cref="TextLiteral"/> or a <see cref="RegexLiteral"/>.</param>
sealed record Term(TermRole Role, Literal Content)
{
    public override string ToString() =>
        Role switch
        {
            TermRole.Optional => $"?{Content}",
            TermRole.Excluded => $"-{Content}",
            _ => Content.ToString(),
        };
}

/// <summary>What the prefix of a term asks for.</summary>
enum TermRole
{
    /// <summary>No prefix: must occur.</summary>
    Required,

    /// <summary><c>?</c>: one of these must occur, if the pattern has no other terms.</summary>
    Optional,

    /// <summary><c>-</c>: must not occur.</summary>
    Excluded,
}

/// <summary>A condition on the members of a JSON object: <c>{ $.a = 1 }</c>.</summary>
sealed record JsonPattern(Expression Condition) : Pattern
{
    public override string ToString() => $"{{ {Condition} }}";
}

/// <summary>A row of slots for the fields of a space-delimited message: <c>[ip, ..., size]</c>.</summary>
/// <param name="Slots">Empty for <c>[]</c>, which asks for nothing.</param>
sealed record DelimitedPattern(IReadOnlyList<Slot> Slots) : Pattern
{
    public override string ToString() => $"[{string.Join(", ", Slots)}]";
}

/// <summary>One place between the commas of a space-delimited pattern.</summary>
abstract record Slot;

/// <summary><c>...</c>: any number of fields.</summary>
sealed record EllipsisSlot : Slot
{
    public override string ToString() => "...";
}

/// <summary>One field, perhaps with a name, perhaps with a condition on it.</summary>
/// <param name="Name">Absent for an empty slot.</param>
/// <param name="Condition">Absent when any text will do; its subjects all name this slot.</param>
sealed record FieldSlot(string? Name, Expression? Condition) : Slot
{
    public override string ToString() => Condition?.ToString() ?? Name ?? "";
}
