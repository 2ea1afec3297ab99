using System.Globalization;
using Emulator.Languages.Text;

namespace Emulator.Languages.Insights;

/// <summary>Something that has a value in every row; prints itself as canonical source.</summary>
internal abstract record Expression(TextSpan Span)
{
    /// <summary>How tightly it binds; greater binds tighter. What is in parentheses or has no operands binds tightest.</summary>
    public virtual int Binding => Bindings.Primary;

    /// <summary>Its source as an operand of something that binds with a given strength.</summary>
    public string Within(int binding) => Binding < binding ? $"({this})" : ToString();
}

/// <summary>The strengths with which operators bind, loosest first.</summary>
internal static class Bindings
{
    public const int Or = 1;
    public const int And = 2;
    public const int Not = 3;
    public const int Comparison = 4;
    public const int Sum = 5;
    public const int Product = 6;
    public const int Power = 7;
    public const int Minus = 8;
    public const int Primary = 9;
}

/// <summary>A string between quotes.</summary>
internal sealed record TextLiteral(string Text, TextSpan Span) : Expression(Span)
{
    public override string ToString() => Quote(Text);

    public static string Quote(string text) =>
        $"\"{text.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}

/// <summary>A number as written, without a sign.</summary>
internal sealed record NumberLiteral(string Text, TextSpan Span) : Expression(Span)
{
    public double Number => double.Parse(Text, CultureInfo.InvariantCulture);

    public override string ToString() => Text;
}

/// <summary><c>true</c> or <c>false</c>.</summary>
internal sealed record BooleanLiteral(bool Flag, TextSpan Span) : Expression(Span)
{
    public override string ToString() => Flag ? "true" : "false";
}

/// <summary>A span of time; an argument of date functions.</summary>
internal sealed record PeriodLiteral(Period Period, TextSpan Span) : Expression(Span)
{
    public override string ToString() => Period.ToString();
}

/// <summary>A regular expression between slashes.</summary>
/// <param name="Pattern">As written, but with plain slashes.</param>
internal sealed record RegexLiteral(string Pattern, TextSpan Span) : Expression(Span)
{
    public override string ToString() => $"/{Pattern.Replace("/", @"\/", StringComparison.Ordinal)}/";
}

/// <summary>A field: names of members, or the numbers of elements, from the outermost on.</summary>
internal sealed record FieldExpression(IReadOnlyList<string> Steps, TextSpan Span) : Expression(Span)
{
    /// <summary>The name by which the field is known: its steps with dots between them.</summary>
    public string Name => Steps is [var only] ? only : string.Join('.', Steps);

    public override string ToString() => string.Join('.', Steps.Select((step, index) => Print(step, index)));

    /// <summary>The source of a field with a name of one step.</summary>
    public static string Print(string name) => Print(name, 0);

    static string Print(string step, int index)
    {
        var isPlain = InsightsLexer.IsPlainStep(step, index == 0) && !(index == 0 && InsightsLexer.IsKeyword(step));
        return isPlain ? step : $"`{step}`";
    }
}

/// <summary>Operators between two operands.</summary>
internal enum BinaryOperator
{
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Add,
    Subtract,
    Multiply,
    Divide,
    Modulo,
    Power,
}

/// <summary>An operator between two operands.</summary>
internal sealed record BinaryExpression(BinaryOperator Operator, Expression Left, Expression Right)
    : Expression(Left.Span.To(Right.Span))
{
    public override int Binding => BindingOf(Operator);

    public static int BindingOf(BinaryOperator @operator) =>
        @operator switch
        {
            BinaryOperator.Or => Bindings.Or,
            BinaryOperator.And => Bindings.And,
            <= BinaryOperator.GreaterOrEqual => Bindings.Comparison,
            BinaryOperator.Add or BinaryOperator.Subtract => Bindings.Sum,
            BinaryOperator.Power => Bindings.Power,
            _ => Bindings.Product,
        };

    public override string ToString()
    {
        var left = Operator is BinaryOperator.Power || Binding == Bindings.Comparison ? Binding + 1 : Binding;
        var right = Operator is BinaryOperator.Power ? Binding : Binding + 1;
        return $"{Left.Within(left)} {Print(Operator)} {Right.Within(right)}";
    }

    static string Print(BinaryOperator @operator) =>
        @operator switch
        {
            BinaryOperator.Or => "or",
            BinaryOperator.And => "and",
            BinaryOperator.Equal => "=",
            BinaryOperator.NotEqual => "!=",
            BinaryOperator.Less => "<",
            BinaryOperator.LessOrEqual => "<=",
            BinaryOperator.Greater => ">",
            BinaryOperator.GreaterOrEqual => ">=",
            BinaryOperator.Add => "+",
            BinaryOperator.Subtract => "-",
            BinaryOperator.Multiply => "*",
            BinaryOperator.Divide => "/",
            BinaryOperator.Modulo => "%",
            _ => "^",
        };
}

/// <summary><c>not</c> or <c>!</c>.</summary>
internal sealed record NotExpression(Expression Operand, TextSpan Span) : Expression(Span)
{
    public override int Binding => Bindings.Not;

    public override string ToString() => $"not {Operand.Within(Bindings.Not)}";
}

/// <summary>A minus sign before an operand.</summary>
internal sealed record MinusExpression(Expression Operand, TextSpan Span) : Expression(Span)
{
    public override int Binding => Bindings.Minus;

    public override string ToString() => $"-{Operand.Within(Bindings.Primary)}";
}

/// <summary><c>like</c> and <c>=~</c>: whether a text holds another one, or a match of a regular expression.</summary>
/// <param name="Pattern">A <see cref="TextLiteral"/> or a <see cref="RegexLiteral"/>.</param>
internal sealed record LikeExpression(Expression Subject, Expression Pattern, bool IsNegated)
    : Expression(Subject.Span.To(Pattern.Span))
{
    public override int Binding => Bindings.Comparison;

    public override string ToString() =>
        $"{Subject.Within(Bindings.Sum)} {(IsNegated ? "not like" : "like")} {Pattern}";
}

/// <summary><c>in</c>: whether a value is one of several.</summary>
/// <param name="Values">Constants between brackets.</param>
internal sealed record InExpression(Expression Subject, IReadOnlyList<Expression> Values, bool IsNegated, TextSpan Span)
    : Expression(Span)
{
    public override int Binding => Bindings.Comparison;

    public override string ToString() =>
        $"{Subject.Within(Bindings.Sum)} {(IsNegated ? "not in" : "in")} [{string.Join(", ", Values)}]";
}

/// <summary><c>in</c>: whether a value is an element of a list in a field.</summary>
internal sealed record InListExpression(Expression Subject, FieldExpression List, bool IsNegated)
    : Expression(Subject.Span.To(List.Span))
{
    public override int Binding => Bindings.Comparison;

    public override string ToString() => $"{Subject.Within(Bindings.Sum)} {(IsNegated ? "not in" : "in")} {List}";
}

/// <summary><c>in</c>: whether a value is among the results of another query.</summary>
internal sealed record InQueryExpression(Expression Subject, QuerySyntax Query, bool IsNegated, TextSpan Span)
    : Expression(Span)
{
    public override int Binding => Bindings.Comparison;

    public override string ToString() => $"{Subject.Within(Bindings.Sum)} {(IsNegated ? "not in" : "in")} ({Query})";
}

/// <summary>A function with its arguments.</summary>
/// <param name="HasAsterisk">Whether an asterisk is the argument: <c>count(*)</c>.</param>
internal sealed record CallExpression(
    string Function,
    IReadOnlyList<Expression> Arguments,
    bool HasAsterisk,
    TextSpan Span
) : Expression(Span)
{
    public override string ToString() =>
        $"{Function.ToLowerInvariant()}({(HasAsterisk ? "*" : string.Join(", ", Arguments))})";
}
