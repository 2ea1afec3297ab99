using System.Globalization;
using Emulator.Languages.Text;

namespace Emulator.Languages.Insights;

/// <summary>A whole query; prints itself as canonical source.</summary>
/// <param name="Source">The command SOURCE; <c>null</c> when the log groups are named elsewhere.</param>
internal sealed record QuerySyntax(SourceSyntax? Source, IReadOnlyList<StageSyntax> Stages)
{
    public override string ToString() =>
        string.Join(" | ", Stages.Select(stage => stage.ToString()).Prepend(Source?.ToString()).OfType<string>());
}

/// <summary>One command. <see cref="Span"/> is that of its name.</summary>
internal abstract record StageSyntax(TextSpan Span);

/// <summary>The command SOURCE: which log groups to search.</summary>
/// <param name="GroupName">The group of a subquery; <c>null</c> when there are selections.</param>
internal sealed record SourceSyntax(string? GroupName, IReadOnlyList<SelectionSyntax> Selections, TextSpan Span)
{
    public override string ToString() =>
        GroupName is { } name ? $"SOURCE {TextLiteral.Quote(name)}" : $"SOURCE {string.Join(' ', Selections)}";
}

/// <summary><c>logGroups(…)</c> or <c>dataSource(…)</c>.</summary>
/// <param name="Arguments">Names in the spelling of <see cref="SourceArguments"/>, each with its values.</param>
internal sealed record SelectionSyntax(
    string Function,
    IReadOnlyList<(string Name, IReadOnlyList<string> Values)> Arguments,
    TextSpan Span
)
{
    public override string ToString() => $"{Function}({string.Join(", ", Arguments.Select(Print))})";

    static string Print((string Name, IReadOnlyList<string> Values) argument)
    {
        var list = $"[{string.Join(", ", argument.Values.Select(TextLiteral.Quote))}]";
        return argument.Name.Length == 0 ? list : $"{argument.Name}: {list}";
    }
}

/// <summary>An expression that becomes a column.</summary>
/// <param name="Alias">The name after <c>as</c>.</param>
/// <param name="Written">The expression as typed, which names a column without alias.</param>
internal sealed record ColumnSyntax(Expression Expression, FieldExpression? Alias, string Written)
{
    /// <summary>The name of the column.</summary>
    public string Name => Alias?.Name ?? (Expression as FieldExpression)?.Name ?? Written;

    public override string ToString() => Alias is null ? Expression.ToString() : $"{Expression} as {Alias}";
}

/// <summary><c>fields</c>, or <c>display</c>, which hides all other columns.</summary>
internal sealed record FieldsSyntax(IReadOnlyList<ColumnSyntax> Columns, bool IsDisplay, TextSpan Span)
    : StageSyntax(Span)
{
    public override string ToString() => $"{(IsDisplay ? "display" : "fields")} {string.Join(", ", Columns)}";
}

/// <summary><c>filter</c> or <c>where</c>.</summary>
internal sealed record FilterSyntax(Expression Condition, TextSpan Span) : StageSyntax(Span)
{
    public override string ToString() => $"filter {Condition}";
}

/// <summary><c>filterIndex</c>: equality with constants, all of which must hold.</summary>
internal sealed record FilterIndexSyntax(IReadOnlyList<InExpression> Conditions, TextSpan Span) : StageSyntax(Span)
{
    public override string ToString() => $"filterIndex {string.Join(" and ", Conditions)}";
}

/// <summary><c>parse</c> with a text in which asterisks stand for what is wanted.</summary>
internal sealed record ParseGlobSyntax(
    FieldExpression Field,
    TextLiteral Pattern,
    IReadOnlyList<FieldExpression> Names,
    TextSpan Span
) : StageSyntax(Span)
{
    public override string ToString() => $"parse {Field} {Pattern} as {string.Join(", ", Names)}";
}

/// <summary><c>parse</c> with a regular expression whose named groups become fields.</summary>
internal sealed record ParseRegexSyntax(FieldExpression Field, RegexLiteral Pattern, TextSpan Span) : StageSyntax(Span)
{
    public override string ToString() => $"parse {Field} {Pattern}";
}

/// <summary><c>parse … logfmt</c>: pairs of key and value become members of a field.</summary>
internal sealed record ParseLogfmtSyntax(FieldExpression Field, FieldExpression Name, TextSpan Span) : StageSyntax(Span)
{
    public override string ToString() => $"parse {Field} logfmt as {Name}";
}

/// <summary><c>stats</c>.</summary>
/// <param name="Offset">How far the buckets of <c>bin</c> among the groups are shifted.</param>
internal sealed record StatsSyntax(
    IReadOnlyList<ColumnSyntax> Columns,
    IReadOnlyList<ColumnSyntax> Groups,
    PeriodLiteral? Offset,
    TextSpan Span
) : StageSyntax(Span)
{
    public override string ToString()
    {
        var by = Groups.Count == 0 ? "" : $" by {string.Join(", ", Groups)}";
        return $"stats {string.Join(", ", Columns)}{by}{(Offset is null ? "" : $" offset {Offset}")}";
    }
}

/// <summary>One key of <c>sort</c>.</summary>
internal sealed record SortKeySyntax(Expression Expression, bool IsDescending)
{
    public override string ToString() => IsDescending ? $"{Expression} desc" : $"{Expression} asc";
}

/// <summary><c>sort</c>, the most important key first.</summary>
internal sealed record SortSyntax(IReadOnlyList<SortKeySyntax> Keys, TextSpan Span) : StageSyntax(Span)
{
    public override string ToString() => $"sort {string.Join(", ", Keys)}";
}

/// <summary><c>limit</c>.</summary>
/// <param name="IsAny">Whether any rows will do, so that the scan can stop early.</param>
internal sealed record LimitSyntax(int Count, bool IsAny, TextSpan Span) : StageSyntax(Span)
{
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"limit {(IsAny ? "any " : "")}{Count}");
}

/// <summary><c>dedup</c>.</summary>
internal sealed record DedupSyntax(IReadOnlyList<FieldExpression> Fields, TextSpan Span) : StageSyntax(Span)
{
    public override string ToString() => $"dedup {string.Join(", ", Fields)}";
}

/// <summary><c>unnest</c>: a row for each element of a list.</summary>
internal sealed record UnnestSyntax(Expression List, FieldExpression Name, TextSpan Span) : StageSyntax(Span)
{
    public override string ToString() => $"unnest {List} into {Name}";
}

/// <summary><c>lookup</c>: columns of the row of a lookup table whose keys are equal to fields.</summary>
/// <param name="OnlyNew">Whether fields that have a value keep it.</param>
internal sealed record LookupSyntax(
    FieldExpression Table,
    IReadOnlyList<LookupKeySyntax> Keys,
    bool OnlyNew,
    IReadOnlyList<FieldExpression> Outputs,
    TextSpan Span
) : StageSyntax(Span)
{
    public const string Output = "OUTPUT";
    public const string OutputNew = "OUTPUTNEW";

    public override string ToString() =>
        $"lookup {Table} {string.Join(", ", Keys)} {(OnlyNew ? OutputNew : Output)} {string.Join(", ", Outputs)}";
}

/// <summary>A column of a lookup table, and the field that it must be equal to.</summary>
internal sealed record LookupKeySyntax(FieldExpression Column, FieldExpression Field)
{
    public override string ToString() => Column.Name == Field.Name ? Column.ToString() : $"{Column} as {Field}";
}

/// <summary><c>pattern</c>: clusters of similar texts.</summary>
internal sealed record PatternSyntax(Expression Text, TextSpan Span) : StageSyntax(Span)
{
    public override string ToString() => $"pattern {Text}";
}
