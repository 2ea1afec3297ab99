using Emulator.Languages.MetricMath.Functions;
using Emulator.Languages.Text;

namespace Emulator.Languages.MetricMath;

/// <summary>A checked expression, compiled to closures.</summary>
/// <remarks>
/// Absent values follow one rule: a series simply has no point, a scalar that does not exist is NaN, and whatever is
/// computed from such a scalar does not exist either.
/// </remarks>
/// <threadsafety>Immutable; may be evaluated by any number of threads.</threadsafety>
public sealed class MetricMathPlan
{
    readonly MetricMathReads _reads;
    readonly TextSpan _source;
    readonly Func<Evaluation, Value> _evaluate;

    internal MetricMathPlan(MetricMathSyntax expression, MetricMathReads reads, MetricMathChecker checker)
    {
        Type = checker.CheckResult(expression);
        _reads = reads;
        _source = expression.Span;
        _evaluate = Compile(expression, checker.Overloads);
    }

    /// <summary>One series or an array of series.</summary>
    public MetricMathType Type { get; }

    /// <summary>
    /// The period of the result in seconds: the largest of the queries and searches it reads, otherwise
    /// <see cref="IMetricMathInput.Period"/>, which is null when the query has to be refused for the lack of one.
    /// </summary>
    public int? PeriodOf(IMetricMathInput input) => _reads.PeriodOf(input) ?? input.Period;

    /// <exception cref="SyntaxException">
    /// Something that only the values could show: no period, arrays of different lengths, a missing count.
    /// </exception>
    public MetricMathResult Evaluate(IMetricMathInput input) =>
        _evaluate(new Evaluation(input, PeriodOf(input), _source)) switch
        {
            SeriesValue value => MetricMathResult.Of(value.Series),
            var value => MetricMathResult.Of(((ArrayValue)value).Members),
        };

    static Func<Evaluation, Value> Compile(MetricMathSyntax syntax, IReadOnlyDictionary<CallSyntax, Overload> overloads)
    {
        return syntax switch
        {
            NumberSyntax number => Always(new ScalarValue(number.Value)),
            StringSyntax text => Always(new TextValue(text.Value)),
            IdSyntax id => evaluation => Read(evaluation.Input.Find(id.Id)),
            NegateSyntax negate => Negate(Part(negate.Operand)),
            BinarySyntax binary => Combine(binary, Part(binary.Left), Part(binary.Right)),
            ArraySyntax array => Gather([.. array.Elements.Select(Part)]),
            CallSyntax call => Call(call, overloads[call], Part),
            _ => throw new InvalidOperationException($"'{syntax}' was not checked"),
        };

        Func<Evaluation, Value> Part(MetricMathSyntax part) => Compile(part, overloads);
    }

    static Func<Evaluation, Value> Always(Value value) => _ => value;

    static Value Read(MetricMathResult result) =>
        result.IsArray ? new ArrayValue(result.Series) : new SeriesValue(result.Series[0]);

    static Func<Evaluation, Value> Negate(Func<Evaluation, Value> operand) =>
        evaluation => SeriesMath.Negate(operand(evaluation));

    static Func<Evaluation, Value> Combine(
        BinarySyntax syntax,
        Func<Evaluation, Value> left,
        Func<Evaluation, Value> right
    ) => evaluation => SeriesMath.Combine(syntax, left(evaluation), right(evaluation));

    /// <summary>An array of what the elements yield; arrays among them give their members.</summary>
    static Func<Evaluation, Value> Gather(Func<Evaluation, Value>[] elements) =>
        evaluation =>
        {
            var values = Array.ConvertAll(elements, element => element(evaluation));
            return values[0] is TextValue
                ? new TextArrayValue([.. values.Select(value => ((TextValue)value).Text)])
                : new ArrayValue([.. values.SelectMany(Members)]);
        };

    static IReadOnlyList<TimeSeries> Members(Value value) =>
        value is SeriesValue { Series: var series } ? [series] : ((ArrayValue)value).Members;

    static Func<Evaluation, Value> Call(
        CallSyntax call,
        Overload overload,
        Func<MetricMathSyntax, Func<Evaluation, Value>> compile
    )
    {
        var arguments = overload
            .Parameters.Zip(call.Arguments)
            .Select(pair => pair.First.Constant is { } constant ? Always(constant(pair.Second)) : compile(pair.Second))
            .ToArray();
        return evaluation =>
            overload.Evaluate(
                new Call(evaluation, call, Array.ConvertAll(arguments, argument => argument(evaluation)))
            );
    }
}
