using Emulator.Languages.Text;

namespace Emulator.Languages.Insights;

/// <summary>A function: a row of <see cref="FunctionTable"/>.</summary>
/// <param name="Takes">Its arguments in words, for an error.</param>
/// <param name="Least">The fewest arguments.</param>
/// <param name="Most">The most arguments.</param>
/// <param name="Compile">Makes the closure of a call.</param>
internal sealed record Function(string Name, string Takes, int Least, int Most, Func<CallSite, RowValue> Compile);

/// <summary>A call whose closure is being made.</summary>
internal sealed class CallSite(CallExpression call, ExpressionCompiler compiler)
{
    public int Count => call.Arguments.Count;

    public InsightsSettings Settings => compiler.Settings;

    /// <summary>The value of an argument.</summary>
    public RowValue Argument(int index) => compiler.Compile(call.Arguments[index]);

    public RowValue[] Arguments() => [.. Enumerable.Range(0, Count).Select(Argument)];

    /// <summary>An argument that is a condition.</summary>
    public RowTest Test(int index) => compiler.Test(call.Arguments[index]);

    /// <summary>A field of the event.</summary>
    public RowValue Field(string name) => compiler.Scope.OfRecord(name, call.Span);

    /// <summary>A field of the event as it is without masks.</summary>
    /// <exception cref="SyntaxException">The argument is no such field.</exception>
    public RowValue UnmaskedField(int index) =>
        call.Arguments[index] is FieldExpression field && compiler.Scope.IsOfRecord(field.Name)
            ? compiler.Scope.OfRecord(RecordFields.Unmasked + field.Name, field.Span)
            : throw InsightsErrors.WrongArguments(call.Function, "a field of the event", call.Arguments[index].Span);

    /// <exception cref="SyntaxException">The argument is no period.</exception>
    public Period Period(int index) =>
        call.Arguments[index] is PeriodLiteral period
            ? period.Period
            : throw InsightsErrors.InvalidPeriod(call.Arguments[index].Span);

    /// <exception cref="SyntaxException">The argument is no number from 0 to 100.</exception>
    public double Percentage(int index) =>
        call.Arguments[index] is NumberLiteral { Number: >= 0 and <= 100 } percent
            ? percent.Number
            : throw InsightsErrors.WrongArguments(
                call.Function,
                "a number and a percentage from 0 to 100",
                call.Arguments[index].Span
            );

    /// <summary>An argument that is a regular expression, between slashes or in a string.</summary>
    /// <exception cref="SyntaxException">The argument is none.</exception>
    public RegexLiteral Regex(int index) =>
        call.Arguments[index] switch
        {
            RegexLiteral regex => regex,
            TextLiteral text => new RegexLiteral(text.Text, text.Span),
            var other => throw InsightsErrors.InvalidRegex("it is not constant", other.Span),
        };
}
