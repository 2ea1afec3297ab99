using Emulator.Languages.MetricMath;
using Emulator.Languages.Text;
using Emulator.Tests.Support;

namespace Emulator.Tests.Languages.MetricMath;

public class MetricMathFuzz
{
    static readonly string[] Corpus =
    [
        .. CaseFileAttribute.Read("metric-math.txt", columns: 2).Select(row => row[0]),
        .. CaseFileAttribute.Read("metric-math-arrays.txt", columns: 2).Select(row => row[0]),
        .. CaseFileAttribute.Read("metric-math-errors.txt", columns: 2).Select(row => row[0]),
    ];

    [Fact]
    public void Nothing_but_a_syntax_error_escapes()
    {
        var request = new MetricMathRequest("a=[1,2,-] b=[-,3,4] c=[5,-,-] x_err=[1,1,1] y_err=[5,5,5] z=[3,3,3]");

        Properties.Check(
            Mutations.Of(Corpus),
            source =>
            {
                try
                {
                    request.Evaluate(source);
                }
                catch (SyntaxException error)
                {
                    return error.Span.Start >= 0 && error.Span.End <= source.Length;
                }

                return true;
            },
            cases: 2000
        );
    }

    [Theory]
    [InlineData("(", "1", ")")]
    [InlineData("-", "1", "")]
    [InlineData("SUM(", "a", ")")]
    [InlineData("[", "a", "]")]
    [InlineData("2^", "2", "")]
    public void Deep_nesting_is_an_error(string open, string middle, string close)
    {
        var source = Repeat(open, 300) + middle + Repeat(close, 300);

        Assert.Throws<SyntaxException>(() => MetricMathExpression.Parse(source));
    }

    [Fact]
    public void A_long_chain_is_evaluated()
    {
        var request = new MetricMathRequest("a=[1,-,3]");

        var result = request.Evaluate("a" + Repeat("+a", 1000));

        Assert.Equal("[1001,-,3003]", request.Print(result));
    }

    [Fact]
    public void A_source_beyond_the_limit_of_AWS_is_an_error() =>
        Assert.Throws<SyntaxException>(() => MetricMathExpression.Parse("a" + Repeat("+a", 1024)));

    static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
