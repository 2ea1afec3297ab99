using System.Globalization;
using Emulator.Languages.Text;

namespace Emulator.Languages.MetricMath;

/// <summary>A node of the syntax tree of metric math; prints itself as canonical source.</summary>
internal abstract record MetricMathSyntax(TextSpan Span)
{
    public virtual Precedence Precedence => Precedence.Atom;

    /// <summary>The source of this node as an operand that must bind at least this tightly.</summary>
    public string AsOperand(Precedence atLeast) => Precedence < atLeast ? $"({this})" : ToString();

    public abstract override string ToString();
}

/// <summary>A number, never negative: a sign is an operator.</summary>
internal sealed record NumberSyntax(double Value, TextSpan Span) : MetricMathSyntax(Span)
{
    public override string ToString() => Value.ToString("R", CultureInfo.InvariantCulture);
}

/// <summary>The Id of a metric or of another expression.</summary>
internal sealed record IdSyntax(string Id, TextSpan Span) : MetricMathSyntax(Span)
{
    public override string ToString() => Id;
}

/// <summary>A string in single or double quotes.</summary>
/// <param name="Written">What stands between the quotes, with its backslashes.</param>
internal sealed record StringSyntax(string Written, char Quote, TextSpan Span) : MetricMathSyntax(Span)
{
    public string Value => QuotedText.Unescape(Written);

    /// <summary>The text with only the quotes unescaped: for a language inside the string that has its own backslashes.</summary>
    public string EmbeddedSource => Written.Replace($"\\{Quote}", $"{Quote}", StringComparison.Ordinal);

    public override string ToString() => $"{Quote}{Written}{Quote}";
}

/// <summary>A word that a function takes as an argument: <c>REPEAT</c>, <c>DESC</c>.</summary>
internal sealed record KeywordSyntax(string Name, TextSpan Span) : MetricMathSyntax(Span)
{
    public override string ToString() => Name;
}

/// <summary>The unary minus.</summary>
internal sealed record NegateSyntax(MetricMathSyntax Operand, TextSpan Span) : MetricMathSyntax(Span)
{
    public override Precedence Precedence => Precedence.Unary;

    public override string ToString() => $"-{Operand.AsOperand(Precedence.Unary)}";
}

/// <summary>A binary operator with its operands.</summary>
internal sealed record BinarySyntax(
    BinaryOperator Operator,
    MetricMathSyntax Left,
    MetricMathSyntax Right,
    TextSpan Span
) : MetricMathSyntax(Span)
{
    public override Precedence Precedence => Operator.Precedence;

    public override string ToString()
    {
        // The power associates to the right, comparisons to neither side, the others to the left.
        var tighter = Precedence + 1;
        var left = Precedence is Precedence.Power or Precedence.Comparison ? tighter : Precedence;
        var right = Precedence is Precedence.Power ? Precedence : tighter;
        return $"{Left.AsOperand(left)} {Operator.Text} {Right.AsOperand(right)}";
    }
}

/// <summary>A function call.</summary>
/// <param name="NameSpan">Where the function's name stands.</param>
internal sealed record CallSyntax(
    string Function,
    IReadOnlyList<MetricMathSyntax> Arguments,
    TextSpan NameSpan,
    TextSpan Span
) : MetricMathSyntax(Span)
{
    public override string ToString() => $"{Function}({string.Join(", ", Arguments)})";
}

/// <summary>An array of series or of strings.</summary>
internal sealed record ArraySyntax(IReadOnlyList<MetricMathSyntax> Elements, TextSpan Span) : MetricMathSyntax(Span)
{
    public override string ToString() => $"[{string.Join(", ", Elements)}]";
}
