using Emulator.Languages.AlarmRules;
using Emulator.Languages.Text;
using Emulator.Tests.Support;

namespace Emulator.Tests.Languages.AlarmRules;

public class AlarmRuleTests
{
    static string? StateOf(string alarm) =>
        alarm switch
        {
            "a" => "ALARM",
            "b" => "OK",
            "c" => "INSUFFICIENT_DATA",
            _ => null,
        };

    [Theory, CaseFile("alarm-rules.txt")]
    public void Evaluates_as_documented(string rule, string expected) => Assert.Equal(expected, Evaluate(rule));

    [Theory, CaseFile("alarm-rules.txt")]
    public void Prints_what_reads_the_same(string rule, string expected)
    {
        if (!expected.StartsWith("error", StringComparison.Ordinal))
        {
            Assert.Equal(expected, Evaluate(AlarmRuleParser.Parse(rule).ToString()));
        }
    }

    [Fact]
    public void Lists_each_alarm_once_in_order_of_mention()
    {
        var rule = AlarmRuleParser.Parse("ALARM(b) AND (OK(a) OR AT_LEAST(1, OK, (c, b)))");

        Assert.Equal(["b", "a", "c"], AlarmRulePlan.Alarms(rule));
    }

    [Theory]
    [InlineData("TRUE", 1)]
    [InlineData("ALARM(a) OR ALARM(a)", 2)]
    [InlineData("NOT (OK(a) AND (FALSE))", 4)]
    [InlineData("AT_LEAST(2, OK, (a, b, c))", 3)]
    public void Counts_alarms_constants_and_parentheses(string rule, int expected)
    {
        AlarmRuleParser.Parse(rule, out var elements);

        Assert.Equal(expected, elements);
    }

    [Fact]
    public void Refuses_what_nests_too_deep()
    {
        var rule = new string('(', 5000) + "TRUE" + new string(')', 5000);

        Assert.Throws<SyntaxException>(() => AlarmRuleParser.Parse(rule));
    }

    static string Evaluate(string rule)
    {
        try
        {
            return AlarmRulePlan.Evaluate(AlarmRuleParser.Parse(rule), StateOf) ? "ALARM" : "OK";
        }
        catch (SyntaxException error)
        {
            return $"error: {error.Message}";
        }
    }
}
