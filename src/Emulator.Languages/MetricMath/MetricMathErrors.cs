using Emulator.Languages.Text;

namespace Emulator.Languages.MetricMath;

/// <summary>The texts of everything that can be wrong with an expression.</summary>
/// <remarks>
/// AWS puts <c>Error in expression 'ID': </c> before them, which is left to the caller. The texts of an unknown function and of a
/// missing period were recorded from AWS; the others are ours.
/// </remarks>
internal static class MetricMathErrors
{
    public static SyntaxException FunctionNotFound(string function, TextSpan span) =>
        new($"Function '{function}' not found", span) { IsWordedByAws = true };

    public static SyntaxException PeriodMissing(TextSpan span) =>
        new("Period must not be null", span) { IsWordedByAws = true };

    public static SyntaxException IdNotFound(string id, TextSpan span) =>
        new($"Metric or expression '{id}' not found", span);

    public static SyntaxException TooLong(int length) =>
        new(
            $"Longer than {MetricMathExpression.MaxLength} characters",
            new(MetricMathExpression.MaxLength, length - MetricMathExpression.MaxLength)
        );

    public static SyntaxException UnexpectedCharacter(char character, int position) =>
        new($"Unexpected '{character}'", new(position, 1));

    public static SyntaxException NumberTooLarge(Token<MetricMathToken> number) =>
        new($"The number {number.Text} is too large", number.Span);

    public static SyntaxException UnexpectedName(MetricMathSyntax name) =>
        new($"Unexpected '{name}'; Ids start with a lower-case letter", name.Span);

    public static SyntaxException ResultIsNoSeries(MetricMathType type, TextSpan span) =>
        new(
            "The result must be a time series or an array of time series (TS or TS[]), not "
                + MetricMathTypes.Display(type),
            span
        );

    public static SyntaxException WrongOperand(string @operator, MetricMathType type, TextSpan span) =>
        new($"Operator '{@operator}' does not accept {MetricMathTypes.Display(type)}", span);

    public static SyntaxException ArrayLengthsDiffer(BinarySyntax syntax, int left, int right) =>
        new(
            $"Operator '{syntax.Operator.Text}' does not accept arrays of different lengths, {left} and {right}",
            syntax.Span
        );

    public static SyntaxException WrongElement(MetricMathType type, TextSpan span) =>
        new($"An array holds time series or strings, not {MetricMathTypes.Display(type)}", span);

    /// <param name="given">The types of the arguments.</param>
    /// <param name="takes">The signatures of the function.</param>
    public static SyntaxException WrongArguments(CallSyntax call, string given, string takes) =>
        new($"Function '{call.Function}' does not accept ({given}); it takes {takes}", call.Span);

    public static SyntaxException FunctionNotAvailable(CallSyntax call) =>
        new($"Function '{call.Function}' is not available in the emulator", call.NameSpan);

    /// <param name="argument">Counted from 1.</param>
    public static SyntaxException NumberMissing(CallSyntax call, int argument) =>
        new($"Function '{call.Function}' needs a number as argument {argument}", call.Span);

    public static SyntaxException DeviationsNotPositive(CallSyntax call) =>
        new($"Function '{call.Function}' needs a positive number of standard deviations", call.Span);

    public static SyntaxException InvalidSearch(string reason, TextSpan span) => new($"Invalid SEARCH: {reason}", span);
}
