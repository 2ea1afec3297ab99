using Emulator.Languages.MetricMath;
using Emulator.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Emulator.Tests.Languages.MetricMath;

public class MetricMathProperties
{
    static readonly MetricMathToken[] Operators =
    [
        .. Enum.GetValues<MetricMathToken>()
            .Where(token => token is >= MetricMathToken.Or and <= MetricMathToken.Power),
    ];

    [Fact]
    public void Parses_what_it_prints() =>
        Properties.Check(
            Gen.Sized(size => Expressions(Math.Min(size, 12))),
            expression => Shape(MetricMathParser.Parse(expression.ToString())) == Shape(expression)
        );

    [Fact]
    public void Adds_series_slot_by_slot() =>
        Properties.Check(
            Points().Two(),
            pair =>
            {
                var (left, right) = pair;
                var request = new MetricMathRequest($"a=[{string.Join(',', left)}] b=[{string.Join(',', right)}]");

                var sum = request.Print(request.Evaluate("a+b"));

                return sum == $"[{string.Join(',', left.Zip(right, Sum))}]";
            }
        );

    static string Sum(string left, string right) =>
        (left, right) switch
        {
            ("-", _) => right,
            (_, "-") => left,
            _ => $"{int.Parse(left) + int.Parse(right)}",
        };

    static Gen<string[]> Points() =>
        Gen.Frequency((1, Gen.Constant("-")), (3, Gen.Choose(-9, 9).Select(value => $"{value}"))).ArrayOf(8);

    static Gen<MetricMathSyntax> Expressions(int size) =>
        size <= 1 ? Leaves() : Gen.OneOf(Leaves(), Unary(size), Binary(size), Calls(size), Arrays(size));

    static Gen<MetricMathSyntax> Leaves() =>
        Gen.OneOf(
            Gen.Elements(0, 1, 2.5, 1e-36, 1e21, 0.1)
                .Select(value => (MetricMathSyntax)new NumberSyntax(value, default)),
            Gen.Elements("m1", "errors", "aB_9").Select(id => (MetricMathSyntax)new IdSyntax(id, default)),
            Gen.Elements("AVG", "DESC").Select(name => (MetricMathSyntax)new KeywordSyntax(name, default)),
            Gen.Elements("", "4xx", "a\\'b\\\"", "\\\\")
                .SelectMany(text =>
                    Gen.Elements('\'', '"').Select(quote => (MetricMathSyntax)new StringSyntax(text, quote, default))
                )
        );

    static Gen<MetricMathSyntax> Unary(int size) =>
        Expressions(size - 1).Select(operand => (MetricMathSyntax)new NegateSyntax(operand, default));

    static Gen<MetricMathSyntax> Binary(int size) =>
        from token in Gen.Elements(Operators)
        from left in Expressions(size / 2)
        from right in Expressions(size / 2)
        select (MetricMathSyntax)new BinarySyntax(BinaryOperator.Of(token), left, right, default);

    static Gen<MetricMathSyntax> Calls(int size) =>
        from name in Gen.Elements("SUM", "METRICS", "lower", "Mixed")
        from arguments in Expressions(size / 3).ListOf(size % 4)
        select (MetricMathSyntax)new CallSyntax(name, [.. arguments], default, default);

    static Gen<MetricMathSyntax> Arrays(int size) =>
        from elements in Expressions(size / 3).ListOf(1 + (size % 3))
        select (MetricMathSyntax)new ArraySyntax([.. elements], default);

    /// <summary>The tree without the places where its nodes stand.</summary>
    static string Shape(MetricMathSyntax syntax) =>
        syntax switch
        {
            NegateSyntax negate => $"(negate {Shape(negate.Operand)})",
            BinarySyntax binary => $"({binary.Operator.Token} {Shape(binary.Left)} {Shape(binary.Right)})",
            CallSyntax call => $"({call.Function} {string.Join(' ', call.Arguments.Select(Shape))})",
            ArraySyntax array => $"(array {string.Join(' ', array.Elements.Select(Shape))})",
            _ => $"{syntax.GetType().Name} {syntax}",
        };
}
