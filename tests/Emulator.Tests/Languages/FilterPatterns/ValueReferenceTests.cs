using System.Text;
using Emulator.Languages.FilterPatterns;
using Emulator.Languages.Text;

namespace Emulator.Tests.Languages.FilterPatterns;

// "Creating metrics from log events using filters" in the user guide names the three kinds of references; what becomes of a
// value that is missing or not a number is our choice.
public class ValueReferenceTests
{
    const string AccessLog = """127.0.0.1 - frank [10/Oct/2000:13:25:15 -0700] "GET /index.html HTTP/1.0" 404 1534""";

    const string AccessPattern = "[ip, id, user, timestamp, request, status_code, size]";

    [Theory]
    [InlineData("{ $.latency = * }", "$.latency", """{"latency":50}""", 50)]
    [InlineData("{ $.latency = * }", "$.latency", """{"latency":"7.5"}""", 7.5)]
    [InlineData("{ $.latency = * }", "$.latency", """{"latency":2e3}""", 2000)]
    [InlineData("{ $.a = 1 }", "$.b[1].c", """{"a":1,"b":[0,{"c":3}]}""", 3)]
    [InlineData("{ $.a = 1 }", "$['b.c']", """{"a":1,"b.c":4}""", 4)]
    [InlineData("{ $.a = 1 }", "$.b[*]", """{"a":1,"b":[[],"5",6]}""", 5)]
    [InlineData("{ $.a = 1 }", "$.b", """{"a":1,"b":"\u0031"}""", 1)]
    [InlineData(AccessPattern, "$size", AccessLog, 1534)]
    [InlineData("[..., size]", "$6", AccessLog, 404)]
    [InlineData("[..., status_code, ]", "$7", AccessLog, 1534)]
    [InlineData("[ip, , , , , status_code, ]", "$7", AccessLog, 1534)]
    [InlineData("[]", "$7", AccessLog, 1534)]
    [InlineData("[a, b]", "$b", "1 1e3", 1000)]
    [InlineData("[a, a]", "$a", "1 2", 2)]
    [InlineData("ERROR", "1", "ERROR", 1)]
    [InlineData("{ $.a = 1 }", "-2.5e1", """{"a":1}""", -25)]
    public void Finds_the_number(string pattern, string reference, string message, double expected)
    {
        Assert.True(
            FilterPattern.Compile(pattern).CompileReference(reference).TryGetNumber(Utf8(message), out var number)
        );

        Assert.Equal(expected, number);
    }

    [Theory]
    [InlineData("{ $.latency = * }", "$.latency", """{"latency":"abc"}""")]
    [InlineData("{ $.latency = * }", "$.latency", """{"latency":"1e3"}""")]
    [InlineData("{ $.latency = * }", "$.latency", """{"latency":1e999}""")]
    [InlineData("{ $.a = 1 }", "$.a", """{"a":[1]}""")]
    [InlineData("{ $.a = 1 }", "$.a", """{"a":true}""")]
    [InlineData("{ $.a = 1 }", "$.b", """{"a":1}""")]
    [InlineData("[a, b]", "$b", "1 -")]
    [InlineData("[..., b]", "$3", "1 2")]
    [InlineData("[..., b]", "$2", "1 2")]
    public void Finds_no_number_where_the_message_has_none(string pattern, string reference, string message) =>
        Assert.False(FilterPattern.Compile(pattern).CompileReference(reference).TryGetNumber(Utf8(message), out _));

    [Theory]
    [InlineData("{ $.a = 1 }", "$.b", """{"a":1,"b":"x\ny"}""", "x\ny")]
    [InlineData("{ $.a = 1 }", "$.a", """{"a":1.0}""", "1.0")]
    [InlineData(AccessPattern, "$ip", AccessLog, "127.0.0.1")]
    [InlineData(AccessPattern, "$request", AccessLog, "GET /index.html HTTP/1.0")]
    [InlineData("[ip, ...]", "$3", AccessLog, "frank")]
    public void Finds_the_text(string pattern, string reference, string message, string expected)
    {
        Assert.True(FilterPattern.Compile(pattern).CompileReference(reference).TryGetText(Utf8(message), out var text));

        Assert.Equal(expected, text);
    }

    [Theory]
    [InlineData("{ $.a = 1 }", "$.b", """{"a":1}""")]
    [InlineData("{ $.a = 1 }", "$.b", """{"a":1,"b":{}}""")]
    [InlineData("[a, ...]", "$9", "x")]
    public void Finds_no_text_where_the_message_has_none(string pattern, string reference, string message) =>
        Assert.False(FilterPattern.Compile(pattern).CompileReference(reference).TryGetText(Utf8(message), out _));

    [Theory]
    [InlineData("", "$.a")]
    [InlineData("ERROR", "$.a")]
    [InlineData("ERROR", "$size")]
    [InlineData("{ $.a = 1 }", "latency")]
    [InlineData("{ $.a = 1 }", "")]
    [InlineData("{ $.a = 1 }", "$.a + 1")]
    [InlineData("[a, b]", "$c")]
    [InlineData("[a, b]", "$.a")]
    [InlineData("[a, b]", "$")]
    [InlineData("[a, b]", "$0")]
    [InlineData("[a, b]", "$1")]
    [InlineData("[a, b]", "$3")]
    [InlineData("[a, b]", "size")]
    public void Rejects_what_the_pattern_cannot_provide(string pattern, string reference)
    {
        var error = Assert.Throws<SyntaxException>(() => FilterPattern.Compile(pattern).CompileReference(reference));

        Assert.Equal(FilterPatternErrors.InvalidReference(reference), error.Message);
    }

    [Theory]
    [InlineData("{ $.a = 1 }", "$size")]
    [InlineData("{ $.a = 1 }", "$.a.*[*]")]
    public void Rejects_a_selector_that_no_pattern_may_hold(string pattern, string reference) =>
        Assert.Throws<SyntaxException>(() => FilterPattern.Compile(pattern).CompileReference(reference));

    static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
