using Emulator.Languages.Text;

namespace Emulator.Languages.Search;

/// <summary>A search: a schema, a term, or both; prints itself as canonical source.</summary>
internal sealed record SearchQuery(SchemaSyntax? Schema, SearchSyntax? Term)
{
    // With the comma, a word that starts with one stays a word.
    public override string ToString() =>
        string.Join(", ", new object?[] { Schema, Term }.Where(part => part is not null));
}

/// <summary>The namespace and the dimension names that a metric has to have.</summary>
internal sealed record SchemaSyntax(string Namespace, IReadOnlyList<string> Dimensions, TextSpan Span)
{
    /// <summary>Whether a name may stand in a schema without quotes; the user guide writes AWS/EC2 so.</summary>
    public static bool IsBareName(string name) =>
        name.Length > 0 && name.All(c => char.IsLetterOrDigit(c) || "/._-#".Contains(c, StringComparison.Ordinal));

    public override string ToString() => $"{{{string.Join(", ", Dimensions.Prepend(Namespace).Select(Print))}}}";

    static string Print(string name) =>
        IsBareName(name) && name is not ("AND" or "OR" or "NOT") ? name : MatchSyntax.Quote(name);
}

/// <summary>A condition on a metric.</summary>
internal abstract record SearchSyntax(TextSpan Span)
{
    public abstract override string ToString();

    /// <summary>The source of this term inside another one.</summary>
    public string AsPart() => this is MatchSyntax or NotSyntax ? ToString() : $"({this})";
}

/// <summary>All of the terms must hold.</summary>
internal sealed record AllSyntax(IReadOnlyList<SearchSyntax> Terms, TextSpan Span) : SearchSyntax(Span)
{
    public override string ToString() => string.Join(" AND ", Terms.Select(term => term.AsPart()));
}

/// <summary>At least one of the terms must hold.</summary>
internal sealed record AnySyntax(IReadOnlyList<SearchSyntax> Terms, TextSpan Span) : SearchSyntax(Span)
{
    public override string ToString() => string.Join(" OR ", Terms.Select(term => term.AsPart()));
}

/// <summary>The term must not hold.</summary>
internal sealed record NotSyntax(SearchSyntax Term, TextSpan Span) : SearchSyntax(Span)
{
    public override string ToString() => Term is NotSyntax ? $"NOT ({Term})" : $"NOT {Term.AsPart()}";
}

/// <summary>A text that has to occur: in a property of the metric, or in any name when none is given.</summary>
/// <param name="Property"><c>MetricName</c>, <c>Namespace</c>, <c>:aws.AccountId</c> or the name of a dimension.</param>
/// <param name="IsExact">Whether the text was in double quotes: the whole name, rather than some of its parts.</param>
internal sealed record MatchSyntax(string? Property, string Text, bool IsExact, TextSpan Span) : SearchSyntax(Span)
{
    public override string ToString()
    {
        var text = IsExact ? Quote(Text) : Text;
        return Property switch
        {
            null => text,
            _ when IsWord(Property) => $"{Property}={text}",
            _ => $"{Quote(Property)}={text}",
        };
    }

    public static string Quote(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    static bool IsWord(string text) =>
        text.Length > 0
        && text.All(SearchLexer.IsWordCharacter)
        && text[0] is not ('\'' or '\\')
        && text is not ("AND" or "OR" or "NOT");
}
