using Emulator.Languages.Insights;
using Emulator.Languages.Text;
using Emulator.Tests.Support;

namespace Emulator.Tests.Languages.Insights;

public class InsightsFuzz
{
    static readonly string[] Corpus =
    [
        .. CaseFileAttribute.Read("insights.txt", columns: 2).Select(row => row[0]),
        .. CaseFileAttribute.Read("insights-expressions.txt", columns: 2).Select(row => $"fields {row[0]} as x"),
        .. CaseFileAttribute.Read("insights-messages.txt", columns: 3).Select(row => row[0]),
        .. CaseFileAttribute.Read("insights-errors.txt", columns: 3).Select(row => row[0]),
        .. CaseFileAttribute.Read("insights-print.txt", columns: 2).Select(row => row[0]),
    ];

    [Fact]
    public void What_parses_runs_and_prints_to_the_same_query_and_nothing_but_a_syntax_error_escapes() =>
        Properties.Check(
            Mutations.Of(Corpus),
            source =>
            {
                try
                {
                    var query = InsightsWorld.Parse(source);
                    InsightsWorld.Find(query, InsightsWorld.Events);
                    var printed = query.ToString();
                    return InsightsWorld.Parse(printed).ToString() == printed;
                }
                catch (SyntaxException error)
                {
                    return error.Span.Start >= 0 && error.Span.End <= source.Length;
                }
            },
            cases: 2000
        );

    [Theory]
    [InlineData("(")]
    [InlineData("not ")]
    [InlineData("-")]
    [InlineData("abs(")]
    [InlineData("1^")]
    [InlineData("x+")]
    [InlineData("x or ")]
    public void Deep_nesting_is_refused(string piece) =>
        Assert.Throws<SyntaxException>(() =>
            InsightsQuery.Parse($"filter {string.Concat(Enumerable.Repeat(piece, 3000))}")
        );
}
