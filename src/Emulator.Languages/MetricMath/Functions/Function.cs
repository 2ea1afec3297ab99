using Emulator.Languages.Text;

namespace Emulator.Languages.MetricMath.Functions;

/// <summary>A call with the values of its arguments.</summary>
internal sealed record Call(Evaluation Evaluation, CallSyntax Syntax, Value[] Arguments)
{
    public double Number(int index) => ((ScalarValue)Arguments[index]).Number;

    public TimeSeries Series(int index) => ((SeriesValue)Arguments[index]).Series;

    public IReadOnlyList<TimeSeries> Members(int index) => ((ArrayValue)Arguments[index]).Members;

    public string Text(int index) => ((TextValue)Arguments[index]).Text;
}

/// <summary>One way to call a function.</summary>
/// <param name="Evaluate">Computes the result; the arguments have the types of the parameters.</param>
internal sealed record Overload(Parameter[] Parameters, MetricMathType Result, Func<Call, Value> Evaluate)
{
    public string Signature => $"({string.Join(", ", Parameters.Select(parameter => parameter.Display))})";

    public bool Accepts(IReadOnlyList<Argument> arguments) =>
        arguments.Count == Parameters.Length && Parameters.Zip(arguments).All(pair => pair.First.Accepts(pair.Second));
}

/// <summary>A function: a row of <see cref="FunctionTable"/>.</summary>
/// <param name="Summary">What it does, in a sentence for the reference.</param>
/// <param name="Overloads">The ways to call it; none for a function that the emulator refuses.</param>
internal sealed record Function(string Name, string Summary, params Overload[] Overloads)
{
    /// <exception cref="SyntaxException">The function does not take these arguments.</exception>
    public Overload Resolve(CallSyntax call, IReadOnlyList<Argument> arguments) =>
        Array.Find(Overloads, overload => overload.Accepts(arguments)) ?? throw Mismatch(call, arguments);

    SyntaxException Mismatch(CallSyntax call, IReadOnlyList<Argument> arguments)
    {
        if (Overloads.Length == 0)
        {
            return MetricMathErrors.FunctionNotAvailable(call);
        }

        var given = string.Join(", ", arguments.Select(argument => argument.Display));
        var takes = string.Join(" or ", Overloads.Select(overload => overload.Signature));
        return MetricMathErrors.WrongArguments(call, given, takes);
    }
}
