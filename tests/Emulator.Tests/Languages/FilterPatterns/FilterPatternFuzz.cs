using System.Text;
using Emulator.Languages.FilterPatterns;
using Emulator.Languages.Text;
using Emulator.Tests.Support;
using FsCheck.Fluent;

namespace Emulator.Tests.Languages.FilterPatterns;

[Collection(Growth.Alone)]
public class FilterPatternFuzz
{
    // An eighth of the largest event that CloudWatch Logs takes.
    const int MessageBytes = 1024 * 1024 / Growth.Factor;

    static readonly string[] Patterns =
    [
        .. CaseFileAttribute.Read("filter-patterns.txt", columns: 3).Select(row => row[0]),
        .. CaseFileAttribute.Read("filter-patterns-errors.txt", columns: 2).Select(row => row[0]),
    ];

    static readonly string[] Messages =
    [
        .. CaseFileAttribute.Read("filter-patterns.txt", columns: 3).Select(row => row[1]).Distinct(),
    ];

    [Fact]
    public void Nothing_but_a_syntax_error_escapes() =>
        Properties.Check(
            Mutations.Of(Patterns).Zip(Mutations.Of(Messages)),
            sample =>
            {
                try
                {
                    FilterPattern.Compile(sample.Item1).TryMatch(Encoding.UTF8.GetBytes(sample.Item2), out _);
                }
                catch (SyntaxException error)
                {
                    return error.Span.Start >= 0 && error.Span.End <= sample.Item1.Length;
                }

                return true;
            },
            cases: 3000
        );

    [Theory]
    [InlineData("", "")]
    [InlineData("{\"a\":\"", "\"}")]
    [InlineData("{\"a\":", "}")]
    [InlineData("x \"", "\" y")]
    public void No_bytes_upset_a_pattern(string start, string end)
    {
        var random = new Random(2026);
        var patterns = Patterns.Select(TryCompile).OfType<FilterPattern>().ToList();
        var bytes = new byte[8];

        for (var i = 0; i < 2000; i++)
        {
            random.NextBytes(bytes);
            patterns[i % patterns.Count]
                .TryMatch([.. Encoding.UTF8.GetBytes(start), .. bytes, .. Encoding.UTF8.GetBytes(end)], out _);
        }
    }

    // Each would take 64 times as long for eight times the message, or the whole stack, if matching took more than one pass.
    [Theory]
    [InlineData("%^.{0,1000}z$%", "az", "a")]
    [InlineData("%a*a*a*a*a*a*a*a*b|c%", "a", "")]
    [InlineData("%[^b]{200}b|[^b]{200}c%", "a", "b")]
    [InlineData("[a = *a*a*a*a*a*a*a*a*b]", "a", "")]
    [InlineData("[..., z = 1]", "[ ", "")]
    [InlineData("[..., z = 1]", "\"\\ ", "")]
    [InlineData("[a, ..., b, c, d]", "x ", "")]
    [InlineData("{ $.a NOT EXISTS }", "[", "")]
    [InlineData("{ $.a NOT EXISTS }", "{\"a\":", "1")]
    [InlineData("{ $.* = 1 || $.*.b = 1 || $.a.* = 1 }", "{\"a\":", "1")]
    [InlineData("{ $.a = 2 }", "{\"a\":1,", "\"a\":2}")]
    [InlineData("{ $.a = 1 }", "{\"a\" \"a\" ", "}")]
    [InlineData("{ $.a = 1 }", "{\"a\"  ", "}")]
    public void A_hostile_message_costs_one_pass(string pattern, string piece, string end)
    {
        AssertOnePass(
            pattern,
            bytes => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(piece, bytes / piece.Length)) + end)
        );
    }

    [Theory]
    [InlineData("$.a=1||", "$.a=1")]
    [InlineData("$.a[0]=1&&", "$.a=1")]
    [InlineData("$.b NOT EXISTS||", "$.a=1")]
    [InlineData("$.a=*a*a||", "$.a=1")]
    public void A_hostile_JSON_pattern_costs_one_pass_for_each_condition(string piece, string end)
    {
        var conditions = string.Concat(Enumerable.Repeat(piece, 1000 / piece.Length)) + end;

        AssertOnePass(
            $"{{{conditions}}}",
            bytes =>
            {
                var members = Enumerable.Repeat("""{"a":[{"a":2},"\u0061"]}""", bytes / 800);
                return Encoding.UTF8.GetBytes($$"""{"x":[{{string.Join(',', members)}}],"a":"aab"}""");
            }
        );
    }

    [Fact]
    public void A_selector_may_be_as_deep_as_a_pattern_is_long()
    {
        var pattern = $"{{$.{string.Join('.', Enumerable.Repeat("a", 500))}=1}}";
        var message = string.Concat(Enumerable.Repeat("{\"a\":", 500)) + "1" + new string('}', 500);

        Assert.True(FilterPattern.Compile(pattern).Matches(Encoding.UTF8.GetBytes(message)));
    }

    /// <param name="message">Makes a message of so many bytes.</param>
    static void AssertOnePass(string pattern, Func<int, byte[]> message)
    {
        var compiled = FilterPattern.Compile(pattern);
        var (small, large) = (message(MessageBytes), message(Growth.Factor * MessageBytes));

        Growth.AssertProportional(() => compiled.TryMatch(small, out _), () => compiled.TryMatch(large, out _));
    }

    static FilterPattern? TryCompile(string pattern)
    {
        try
        {
            return FilterPattern.Compile(pattern);
        }
        catch (SyntaxException)
        {
            return null;
        }
    }
}
