namespace Emulator.Languages.MetricMath;

/// <summary>How tightly an operator binds and which way it associates; a higher number binds tighter.</summary>
/// <remarks>AWS documents no table; this is the usual arithmetic order.</remarks>
internal enum Precedence
{
    Or,
    And,
    Comparison,
    Sum,
    Product,
    Power,
    Unary,
    Atom,
}

/// <summary>An operator between two numbers, and so between series, point by point.</summary>
internal sealed record BinaryOperator(
    MetricMathToken Token,
    string Text,
    Precedence Precedence,
    Func<double, double, double> Apply
)
{
    /// <summary>Every binary operator; comparisons and logic yield 1 or 0.</summary>
    static readonly BinaryOperator[] All =
    [
        new(MetricMathToken.Or, "OR", Precedence.Or, static (a, b) => a != 0 || b != 0 ? 1 : 0),
        new(MetricMathToken.And, "AND", Precedence.And, static (a, b) => a != 0 && b != 0 ? 1 : 0),
        new(MetricMathToken.Equal, "==", Precedence.Comparison, static (a, b) => a == b ? 1 : 0),
        new(MetricMathToken.NotEqual, "!=", Precedence.Comparison, static (a, b) => a != b ? 1 : 0),
        new(MetricMathToken.LessOrEqual, "<=", Precedence.Comparison, static (a, b) => a <= b ? 1 : 0),
        new(MetricMathToken.GreaterOrEqual, ">=", Precedence.Comparison, static (a, b) => a >= b ? 1 : 0),
        new(MetricMathToken.Less, "<", Precedence.Comparison, static (a, b) => a < b ? 1 : 0),
        new(MetricMathToken.Greater, ">", Precedence.Comparison, static (a, b) => a > b ? 1 : 0),
        new(MetricMathToken.Plus, "+", Precedence.Sum, static (a, b) => a + b),
        new(MetricMathToken.Minus, "-", Precedence.Sum, static (a, b) => a - b),
        new(MetricMathToken.Times, "*", Precedence.Product, static (a, b) => a * b),
        new(MetricMathToken.Divide, "/", Precedence.Product, static (a, b) => a / b),
        new(MetricMathToken.Power, "^", Precedence.Power, Math.Pow),
    ];

    public static BinaryOperator Of(MetricMathToken token) => All.First(row => row.Token == token);
}
