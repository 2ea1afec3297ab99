namespace Emulator.Languages.FilterPatterns.Syntax;

/// <summary>A logical expression over conditions, as JSON patterns and the slots of space-delimited patterns have it.</summary>
abstract record Expression
{
    /// <summary>Every condition of the expression, from left to right.</summary>
    public abstract IEnumerable<Condition> Conditions { get; }

    /// <summary>How the expression prints as an operand of <c>&amp;&amp;</c>.</summary>
    internal virtual string AsOperand => $"({this})";
}

/// <summary>Two or more expressions joined by <c>||</c>.</summary>
sealed record AnyOf(IReadOnlyList<Expression> Parts) : Expression
{
    public override IEnumerable<Condition> Conditions => Parts.SelectMany(part => part.Conditions);

    public override string ToString() =>
        string.Join(" || ", Parts.Select(part => part is AnyOf ? part.AsOperand : part.ToString()));
}

/// <summary>Two or more expressions joined by <c>&amp;&amp;</c>, which binds tighter than <c>||</c>.</summary>
sealed record AllOf(IReadOnlyList<Expression> Parts) : Expression
{
    public override IEnumerable<Condition> Conditions => Parts.SelectMany(part => part.Conditions);

    public override string ToString() => string.Join(" && ", Parts.Select(part => part.AsOperand));
}

/// <summary>One test of one value.</summary>
sealed record Condition(Subject Subject, Test Test) : Expression
{
    public override IEnumerable<Condition> Conditions => [this];

    public override string ToString() => $"{Subject} {Test}";

    internal override string AsOperand => ToString();
}

/// <summary>What a condition looks at.</summary>
abstract record Subject;

/// <summary>The field of a space-delimited slot, by name.</summary>
sealed record FieldName(string Name) : Subject
{
    public override string ToString() => Name;
}

/// <summary>What a condition asks of its value.</summary>
abstract record Test;

/// <summary>A comparison with a literal.</summary>
sealed record Comparison(ComparisonOperator Operator, Literal Literal) : Test
{
    public override string ToString() => $"{Operator.Symbol} {Literal}";
}

/// <summary><c>IS NULL</c>, <c>IS TRUE</c>, <c>IS FALSE</c>.</summary>
sealed record IsConstant(JsonConstant Constant) : Test
{
    public override string ToString() => $"IS {Constant.ToString().ToUpperInvariant()}";
}

/// <summary>The JSON constants that <c>IS</c> knows.</summary>
enum JsonConstant
{
    Null,
    True,
    False,
}

/// <summary><c>NOT EXISTS</c>.</summary>
sealed record NotExists : Test
{
    public override string ToString() => "NOT EXISTS";
}
