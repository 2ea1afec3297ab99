using System.Text;
using Emulator.Languages.FilterPatterns;
using Emulator.Tests.Support;

namespace Emulator.Tests.Languages.FilterPatterns;

public class RequiredLiteralTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("ERROR", "ERROR")]
    [InlineData("\"a b\" ERROR -LONGEST", "ERROR")]
    [InlineData("?ERROR", "ERROR")]
    [InlineData("?ERROR ?WARN", "")]
    [InlineData("-ERROR", "")]
    [InlineData("%AUTHORIZED%", "AUTHORIZED")]
    [InlineData("%^10\\.0\\.1[0-9]+: err%", "10.0.1")]
    [InlineData("%abc|abd%", "")]
    [InlineData("{ $.eventType = \"*Trail\" }", "Trail")]
    [InlineData("{ $.eventType = \"x\" && $.a = \"longer\" }", "longer")]
    [InlineData("{ $.eventType > 1 }", "\"eventType\"")]
    [InlineData("{ $.a.longest = 1 || $.a.b IS NULL }", "\"a\"")]
    [InlineData("{ $.eventType NOT EXISTS }", "")]
    [InlineData("{ $.['c/d'] > 1 }", "")]
    [InlineData("{ $.path = \"/service/x\" }", "service")]
    [InlineData("[a=ERROR, b!=LONGEST, c > 1]", "ERROR")]
    [InlineData("[a=x || a=xy, b]", "")]
    public void Is_the_most_telling_text_that_every_match_contains(string pattern, string expected) =>
        Assert.Equal(expected, Encoding.UTF8.GetString(FilterPattern.Compile(pattern).RequiredLiteral));

    [Theory]
    [InlineData("ERROR", true)]
    [InlineData("\"a b\"", true)]
    [InlineData("?ERROR", true)]
    [InlineData("%AUTHORIZED%", true)]
    [InlineData("%^AUTHORIZED%", false)]
    [InlineData("-ERROR", false)]
    [InlineData("ERROR WARN", false)]
    [InlineData("?ERROR ?WARN", false)]
    [InlineData("{ $.a = b }", false)]
    [InlineData("[a = b]", false)]
    [InlineData("", false)]
    public void Decides_alone_for_a_single_term(string pattern, bool expected) =>
        Assert.Equal(expected, FilterPattern.Compile(pattern).RequiredLiteralDecides);

    [Theory, CaseFile("filter-patterns.txt")]
    public void Occurs_in_every_message_that_matches(string pattern, string message, string outcome)
    {
        var compiled = FilterPattern.Compile(pattern);
        var bytes = Encoding.UTF8.GetBytes(message);
        var contains = bytes.AsSpan().IndexOf(compiled.RequiredLiteral) >= 0;

        Assert.True(contains || outcome != "match" || message.Contains("\\u"));
        Assert.True(contains == (outcome == "match") || !compiled.RequiredLiteralDecides);
    }
}
