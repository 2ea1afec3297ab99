using Emulator.Languages.MetricMath;
using Emulator.Languages.Text;
using Emulator.Tests.Support;

namespace Emulator.Tests.Languages.MetricMath;

public class MetricMathTests
{
    const string SixSlots = "a=[1,2,-,4,-,6] b=[10,-,30,40,-,0] c=[-,5,-,-,8,-] empty=[-,-,-,-,-,-]";
    const string ThreeSlots = "x_err=[1,1,1] y_err=[5,5,5] z=[3,3,3] n=[-,-,-]";

    [Theory, CaseFile("metric-math-documented.txt")]
    public void Yields_what_the_user_guide_prints(string expression, string expected) =>
        AssertYields("", expression, expected);

    [Theory, CaseFile("metric-math.txt")]
    public void Evaluates_series(string expression, string expected) => AssertYields(SixSlots, expression, expected);

    [Theory, CaseFile("metric-math-arrays.txt")]
    public void Evaluates_arrays(string expression, string expected) => AssertYields(ThreeSlots, expression, expected);

    [Theory, CaseFile("metric-math-errors.txt")]
    public void Says_what_is_wrong(string expression, string expected)
    {
        var request = new MetricMathRequest("a=[1,2] b=[-,-]");
        request.Add("e", MetricMathResult.Of(MetricMathRequest.Series("e", "1")));
        request.Add("es", MetricMathResult.Of([.. Enumerable.Repeat(MetricMathRequest.Series("e", "1"), 3)]));

        var error = Assert.Throws<SyntaxException>(() => request.Evaluate(expression));

        Assert.Equal(expected, error.Message);
    }

    [Fact]
    public void Points_at_the_function_that_does_not_exist()
    {
        var error = Assert.Throws<SyntaxException>(() => new MetricMathRequest("a=[1]").Evaluate("a + NOPE(a)"));

        Assert.Equal(new TextSpan(4, 4), error.Span);
    }

    [Fact]
    public void Points_into_the_search_that_is_wrong()
    {
        var error = Assert.Throws<SyntaxException>(() => new MetricMathRequest("").Evaluate("SEARCH('a OR ', 'Sum')"));

        Assert.Equal(new TextSpan(13, 0), error.Span);
    }

    [Fact]
    public void Names_the_queries_that_an_expression_reads_each_once()
    {
        var expression = MetricMathExpression.Parse("IF(m1 > e2, SUM([m1, e3]), METRICS())");

        Assert.Equal(["m1", "e2", "e3"], expression.References.Select(reference => reference.Id));
        Assert.Equal(["IF", "SUM", "METRICS"], expression.Functions);
    }

    [Fact]
    public void Has_the_largest_period_of_what_it_reads()
    {
        var request = new MetricMathRequest("m1=[1,1]") { Period = 900 };
        request.Add("e1", MetricMathResult.Of(new TimeSeries("", 300, [], [])));

        Assert.Equal(300, PeriodOf(request, "m1 + e1"));
        Assert.Equal(60, PeriodOf(request, "SUM(METRICS('m'))"));
        Assert.Equal(3600, PeriodOf(request, "SUM(SEARCH('x', 'Sum', 3600)) + m1"));
    }

    [Fact]
    public void Has_the_period_of_its_query_when_it_reads_nothing_with_a_period()
    {
        var request = new MetricMathRequest("m1=[1,1]") { Period = 900 };

        Assert.Equal(900, PeriodOf(request, "TIME_SERIES(1)"));
        Assert.Equal(900, PeriodOf(request, "SUM(METRICS('none'))"));
    }

    [Theory]
    [InlineData("TIME_SERIES(1)")]
    [InlineData("SEARCH('x', 'Sum')")]
    [InlineData("INSIGHT_RULE_METRIC('r', 'Sum')")]
    public void Refuses_to_guess_a_period(string expression)
    {
        // Recorded from AWS for alarms: aws/aws-cdk#7155, hashicorp/terraform-provider-aws#11011.
        var error = Assert.Throws<SyntaxException>(() =>
            new MetricMathRequest("") { Period = null }.Evaluate(expression)
        );

        Assert.Equal("Period must not be null", error.Message);
    }

    [Fact]
    public void Combines_different_periods_at_equal_timestamps()
    {
        var request = new MetricMathRequest("m1=[1,2,3,4,5,6]");
        var coarse = new TimeSeries("", 300, [MetricMathRequest.Start, MetricMathRequest.Start + 300], [10, 20]);
        request.Add("m5", MetricMathResult.Of(coarse));

        var sum = request.Evaluate("m1 + m5");

        Assert.Equal("[11,2,3,4,5,26]", request.Print(sum));
        Assert.Equal(300, sum.Series[0].Period);
    }

    [Fact]
    public void Shares_the_timestamps_of_aligned_series()
    {
        var request = new MetricMathRequest("m1=[1,2] m2=[3,4]");

        var sum = request.Evaluate("m1 + m2 * 2");

        Assert.Same(request.Find("m1").Series[0].Timestamps, sum.Series[0].Timestamps);
    }

    [Fact]
    public void Labels_a_single_series_after_the_expression()
    {
        var result = MetricMathResult.Of(TimeSeries.Empty("Errors", 60));

        Assert.Equal("Rate", result.LabelOf(result.Series[0], "e1", "Rate"));
        Assert.Equal("e1", result.LabelOf(result.Series[0], "e1", null));
    }

    // The user guide's example: FILL(METRICS(), 0) with the label "Filled With 0:".
    [Theory]
    [InlineData("Errors", "Filled With 0:", "Filled With 0: Errors")]
    [InlineData("Errors", "", "Errors")]
    [InlineData("Errors", null, "Errors")]
    [InlineData("", null, "e1")]
    public void Labels_members_after_the_expression_and_the_metric(string metric, string? expression, string expected)
    {
        var result = MetricMathResult.Of([TimeSeries.Empty(metric, 60)]);

        Assert.Equal(expected, result.LabelOf(result.Series[0], "e1", expression));
    }

    static int? PeriodOf(MetricMathRequest request, string expression) =>
        MetricMathExpression.Parse(expression).Check(request.Resolve).PeriodOf(request);

    static void AssertYields(string metrics, string line, string expected)
    {
        var parts = line.Split(" where ");
        var request = new MetricMathRequest(parts.Length > 1 ? parts[1] : metrics);

        Assert.Equal(expected, request.Print(request.Evaluate(parts[0])));
    }
}
