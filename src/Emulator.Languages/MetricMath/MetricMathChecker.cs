using Emulator.Languages.MetricMath.Functions;
using Emulator.Languages.Text;

namespace Emulator.Languages.MetricMath;

/// <summary>Finds the type of every part of an expression and the overload of every call, or says what is wrong.</summary>
/// <param name="resolve">What a query of the request is, by its Id; null for an unknown Id.</param>
internal sealed class MetricMathChecker(Func<string, MetricMathSymbol?> resolve)
{
    readonly Dictionary<CallSyntax, Overload> _overloads = new(ReferenceEqualityComparer.Instance);

    /// <summary>The overload that each call of the checked expressions resolved to.</summary>
    public IReadOnlyDictionary<CallSyntax, Overload> Overloads => _overloads;

    /// <summary>The type of a whole expression, which has to be a series or an array of them.</summary>
    /// <exception cref="SyntaxException">An Id or function is unknown, an operand or argument does not fit, or the result is a scalar.</exception>
    public MetricMathType CheckResult(MetricMathSyntax expression)
    {
        var type = TypeOf(expression);
        return type is MetricMathType.TimeSeries or MetricMathType.TimeSeriesArray
            ? type
            : throw MetricMathErrors.ResultIsNoSeries(type, expression.Span);
    }

    MetricMathType TypeOf(MetricMathSyntax syntax) =>
        syntax switch
        {
            NumberSyntax => MetricMathType.Scalar,
            StringSyntax => MetricMathType.String,
            IdSyntax id => Resolve(id).Type,
            NegateSyntax negate => Operand("-", negate.Operand),
            BinarySyntax binary => Binary(binary),
            ArraySyntax array => Array(array),
            CallSyntax call => Call(call),
            _ => throw MetricMathErrors.UnexpectedName(syntax),
        };

    MetricMathSymbol Resolve(IdSyntax id) => resolve(id.Id) ?? throw MetricMathErrors.IdNotFound(id.Id, id.Span);

    MetricMathType Operand(string @operator, MetricMathSyntax operand)
    {
        var type = TypeOf(operand);
        return type is MetricMathType.Scalar or MetricMathType.TimeSeries or MetricMathType.TimeSeriesArray
            ? type
            : throw MetricMathErrors.WrongOperand(@operator, type, operand.Span);
    }

    // S, TS and TS[] are declared in this order: an operator yields the wider of its operands.
    MetricMathType Binary(BinarySyntax binary)
    {
        var left = Operand(binary.Operator.Text, binary.Left);
        var right = Operand(binary.Operator.Text, binary.Right);
        return left > right ? left : right;
    }

    MetricMathType Array(ArraySyntax array)
    {
        var types = array.Elements.Select(element => (Syntax: element, Type: TypeOf(element))).ToList();
        var isOfStrings = types[0].Type == MetricMathType.String;
        foreach (var (element, type) in types)
        {
            var fits = isOfStrings
                ? type == MetricMathType.String
                : type is MetricMathType.TimeSeries or MetricMathType.TimeSeriesArray;
            if (!fits)
            {
                throw MetricMathErrors.WrongElement(type, element.Span);
            }
        }

        return isOfStrings ? MetricMathType.StringArray : MetricMathType.TimeSeriesArray;
    }

    MetricMathType Call(CallSyntax call)
    {
        var function =
            FunctionTable.Find(call.Function) ?? throw MetricMathErrors.FunctionNotFound(call.Function, call.NameSpan);
        var overload = function.Resolve(call, [.. call.Arguments.Select(Argument)]);
        _overloads[call] = overload;
        return overload.Result;
    }

    Argument Argument(MetricMathSyntax syntax) =>
        syntax switch
        {
            KeywordSyntax => new(syntax, null, IsMetric: false),
            IdSyntax id => new(syntax, Resolve(id).Type, Resolve(id).IsMetric),
            _ => new(syntax, TypeOf(syntax), IsMetric: false),
        };
}
