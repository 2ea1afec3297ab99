using Emulator.Languages.Text;

namespace Emulator.Languages.MetricsSql;

/// <summary>How observations become one number.</summary>
public enum MetricsSqlFunction
{
    Avg,
    Count,
    Max,
    Min,
    Sum,
}

/// <summary>A whole query; prints itself as canonical source.</summary>
/// <param name="Limit">The number of series to return, as written; null without the clause.</param>
internal sealed record QuerySyntax(
    MetricsSqlFunction Function,
    NameSyntax Metric,
    SourceSyntax Source,
    IReadOnlyList<ConditionSyntax> Conditions,
    IReadOnlyList<KeySyntax> Groups,
    OrderSyntax? Order,
    LimitSyntax? Limit
)
{
    public override string ToString()
    {
        string?[] clauses =
        [
            $"SELECT {Print(Function)}({Metric}) FROM {Source}",
            Conditions.Count == 0 ? null : $"WHERE {string.Join(" AND ", Conditions)}",
            Groups.Count == 0 ? null : $"GROUP BY {string.Join(", ", Groups)}",
            Order?.ToString(),
            Limit?.ToString(),
        ];
        return string.Join(' ', clauses.Where(clause => clause is not null));
    }

    public static string Print(MetricsSqlFunction function) => function.ToString().ToUpperInvariant();
}

/// <summary>The name of a metric, a namespace or a dimension.</summary>
internal sealed record NameSyntax(string Name, TextSpan Span)
{
    public override string ToString() =>
        Name.Length > 0 && Name.All(MetricsSqlLexer.IsNameCharacter) && !ReservedWords.Contains(Name)
            ? Name
            : $"\"{Name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}

/// <summary>Where metrics are looked for.</summary>
/// <param name="Dimensions">The exact set of dimensions of SCHEMA; null for a plain namespace, which admits any.</param>
internal sealed record SourceSyntax(NameSyntax Namespace, IReadOnlyList<NameSyntax>? Dimensions)
{
    public override string ToString() =>
        Dimensions is null ? Namespace.ToString() : $"SCHEMA({string.Join(", ", Dimensions.Prepend(Namespace))})";
}

/// <summary>What a key names.</summary>
internal enum KeyKind
{
    Dimension,
    Tag,
    AccountId,
}

/// <summary>A label of metrics: a dimension, a tag of the resource behind them, or their account.</summary>
/// <param name="Name">The dimension or tag; null for the account.</param>
internal sealed record KeySyntax(KeyKind Kind, NameSyntax? Name, TextSpan Span)
{
    public override string ToString() =>
        Kind switch
        {
            KeyKind.Dimension => $"{Name}",
            KeyKind.Tag => $"tag.{Name}",
            _ => "AWS.AccountId",
        };
}

/// <summary>A comparison of a label with a value.</summary>
/// <param name="Value">Null for <c>CURRENT_ACCOUNT_ID()</c>.</param>
internal sealed record ConditionSyntax(KeySyntax Key, bool IsEqual, string? Value, TextSpan Span)
{
    public override string ToString()
    {
        var value = Value
            ?.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("'", "\\'", StringComparison.Ordinal);
        return $"{Key} {(IsEqual ? "=" : "!=")} {(value is null ? "CURRENT_ACCOUNT_ID()" : $"'{value}'")}";
    }
}

/// <summary>The order of the series: by a function of the points of each.</summary>
internal sealed record OrderSyntax(MetricsSqlFunction Function, bool IsDescending)
{
    public override string ToString() => $"ORDER BY {QuerySyntax.Print(Function)}() {(IsDescending ? "DESC" : "ASC")}";
}

/// <summary>The number of series to return, as written.</summary>
internal sealed record LimitSyntax(string Digits, TextSpan Span)
{
    public override string ToString() => $"LIMIT {Digits}";
}
