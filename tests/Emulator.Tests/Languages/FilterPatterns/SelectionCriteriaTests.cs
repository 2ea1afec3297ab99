using Emulator.Languages.FilterPatterns.Selection;
using Emulator.Languages.Text;
using Emulator.Tests.Support;

namespace Emulator.Tests.Languages.FilterPatterns;

public class SelectionCriteriaTests
{
    [Theory, CaseFile("selection-criteria.txt")]
    public void Select_by_system_fields(string criteria, string expected) => Assert.Equal(expected, Evaluate(criteria));

    [Fact]
    public void Ask_the_caller_what_a_value_means()
    {
        var criteria = SelectionCriteria.Compile("LogGroupNamePrefix IN [\"/aws/\"]", ["LogGroupNamePrefix"]);

        Assert.True(criteria.Matches((_, prefix) => "/aws/lambda/f".StartsWith(prefix, StringComparison.Ordinal)));
        Assert.False(criteria.Matches((_, prefix) => "/app".StartsWith(prefix, StringComparison.Ordinal)));
    }

    [Fact]
    public void Reject_parentheses_nested_deeper_than_64() =>
        Assert.Equal("Nested deeper than 64 levels", Evaluate(new string('(', 65)));

    [Fact]
    public void Throw_nothing_but_syntax_errors() =>
        Properties.Check(
            Mutations.Of([.. CaseFileAttribute.Read("selection-criteria.txt", columns: 2).Select(row => row[0])]),
            criteria => Evaluate(criteria).Length > 0,
            cases: 1000
        );

    static string Evaluate(string criteria)
    {
        try
        {
            var compiled = SelectionCriteria.Compile(criteria, SelectionCriteria.SystemFields);
            return compiled.Matches((field, value) => value == (field == "@aws.account" ? "111122223333" : "eu-west-1"))
                ? "match"
                : "no match";
        }
        catch (SyntaxException error)
        {
            return error.Message;
        }
    }
}
