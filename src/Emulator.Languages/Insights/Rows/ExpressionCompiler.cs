using System.Text;
using Emulator.Languages.Text;

namespace Emulator.Languages.Insights;

/// <summary>Makes closures of expressions.</summary>
/// <param name="aggregate">Makes the value of an aggregation; <c>null</c> where there can be none.</param>
internal sealed class ExpressionCompiler(
    RowScope scope,
    InsightsSettings settings,
    Func<CallExpression, RowValue>? aggregate = null
)
{
    public RowScope Scope => scope;

    public InsightsSettings Settings => settings;

    /// <exception cref="SyntaxException">A name is unknown, or a function does not take its arguments.</exception>
    public RowValue Compile(Expression expression)
    {
        if (scope.FindColumn(expression) is { } computed)
        {
            return computed;
        }

        switch (expression)
        {
            case FieldExpression field:
                return scope.Resolve(field);
            case CallExpression call:
                return Call(call);
            case MinusExpression minus:
                return Minus(minus);
            case BinaryExpression { Operator: >= BinaryOperator.Add } arithmetic:
                return Arithmetic(arithmetic);
            case TextLiteral or NumberLiteral or BooleanLiteral:
                var constant = Constant(expression);
                return _ => constant;
            case PeriodLiteral or RegexLiteral:
                throw InsightsErrors.WrongPlace(expression.ToString(), expression.Span);
            default:
                var test = Test(expression);
                return row => Value.Boolean(test(row));
        }
    }

    /// <summary>A condition.</summary>
    /// <exception cref="SyntaxException">A name is unknown, or a function does not take its arguments.</exception>
    public RowTest Test(Expression expression)
    {
        switch (expression)
        {
            case BinaryExpression { Operator: BinaryOperator.Or } or:
                var (either, other) = (Test(or.Left), Test(or.Right));
                return row => either(row) || other(row);
            case BinaryExpression { Operator: BinaryOperator.And } and:
                var (first, second) = (Test(and.Left), Test(and.Right));
                return row => first(row) && second(row);
            case BinaryExpression { Operator: <= BinaryOperator.GreaterOrEqual } comparison:
                return Conditions.Compare(
                    comparison.Operator,
                    Compile(comparison.Left),
                    Compile(comparison.Right),
                    ConstantOrNull(comparison.Right)
                );
            case NotExpression not:
                var negated = Test(not.Operand);
                return row => !negated(row);
            case LikeExpression like:
                return Conditions.Like(Compile(like.Subject), like.Pattern, like.IsNegated);
            case InExpression membership:
                return Conditions.In(
                    Compile(membership.Subject),
                    [.. membership.Values.Select(Constant)],
                    membership.IsNegated
                );
            case InListExpression membership:
                return Conditions.InList(Compile(membership.Subject), Compile(membership.List), membership.IsNegated);
            case InQueryExpression membership:
                return Conditions.InTexts(
                    Compile(membership.Subject),
                    settings.ResultsOf(membership),
                    membership.IsNegated
                );
            default:
                var value = Compile(expression);
                return row => value(row).IsTrue;
        }
    }

    /// <summary>The value of a constant.</summary>
    /// <exception cref="SyntaxException">It is none.</exception>
    public static Value Constant(Expression expression) =>
        ConstantOrNull(expression) ?? throw InsightsErrors.NotAList(expression.Span);

    static Value? ConstantOrNull(Expression expression) =>
        expression switch
        {
            TextLiteral text => Value.Text(Encoding.UTF8.GetBytes(text.Text)),
            NumberLiteral number => Value.Number(number.Number, number.Text),
            BooleanLiteral boolean => Value.Boolean(boolean.Flag),
            MinusExpression { Operand: NumberLiteral number } => Value.Number(-number.Number, $"-{number.Text}"),
            _ => null,
        };

    RowValue Call(CallExpression call)
    {
        if (AggregateTable.Contains(call.Function))
        {
            return aggregate is null
                ? throw InsightsErrors.AggregateOutsideStats(call.Function, call.Span)
                : aggregate(call);
        }

        var function = FunctionTable.Find(call);
        return function.Compile(new CallSite(call, this));
    }

    RowValue Minus(MinusExpression minus)
    {
        if (ConstantOrNull(minus) is { } constant)
        {
            return _ => constant;
        }

        var operand = Compile(minus.Operand);
        return row => operand(row).TryNumber(out var number) ? Value.Number(-number) : Value.Missing;
    }

    RowValue Arithmetic(BinaryExpression expression)
    {
        var (left, right) = (Compile(expression.Left), Compile(expression.Right));
        Func<double, double, double> compute = expression.Operator switch
        {
            BinaryOperator.Add => static (a, b) => a + b,
            BinaryOperator.Subtract => static (a, b) => a - b,
            BinaryOperator.Multiply => static (a, b) => a * b,
            BinaryOperator.Divide => static (a, b) => a / b,
            BinaryOperator.Modulo => static (a, b) => a % b,
            _ => Math.Pow,
        };

        // Value.Number makes nothing of what a division by zero gives.
        return row =>
            left(row).TryNumber(out var a) && right(row).TryNumber(out var b)
                ? Value.Number(compute(a, b))
                : Value.Missing;
    }
}
