using System.Text;
using Emulator.Languages.FilterPatterns;
using Emulator.Languages.Text;
using Emulator.Tests.Support;

namespace Emulator.Tests.Languages.FilterPatterns;

public class FilterPatternTests
{
    [Theory, CaseFile("filter-patterns.txt")]
    public void Matches_as_documented(string pattern, string message, string expected) =>
        Assert.Equal(expected, FilterPattern.Compile(pattern).Matches(Utf8(message)) ? "match" : "no match");

    [Theory, CaseFile("filter-patterns-errors.txt")]
    public void Rejects_with_the_words_of_the_service(string pattern, string expected) =>
        Assert.Equal(expected, Assert.Throws<SyntaxException>(() => FilterPattern.Compile(pattern)).Message);

    [Theory, CaseFile("filter-patterns-values.txt")]
    public void Extracts_as_documented(string pattern, string message, string expected)
    {
        Assert.True(FilterPattern.Compile(pattern).TryMatch(Utf8(message), out var values));

        Assert.Equal(expected, string.Join(" ; ", values.Select(value => $"{value.Name}={value.Value}")));
    }

    [Fact]
    public void Extracts_nothing_from_a_message_that_does_not_match()
    {
        Assert.False(FilterPattern.Compile("[a=1, b]").TryMatch("2 3"u8, out var values));

        Assert.Empty(values);
    }

    [Theory]
    [InlineData("", FilterPatternKind.MatchAll)]
    [InlineData("  ", FilterPatternKind.MatchAll)]
    [InlineData("ERROR", FilterPatternKind.Unstructured)]
    [InlineData("%x%", FilterPatternKind.Unstructured)]
    [InlineData(" { $.a = 1 } ", FilterPatternKind.Json)]
    [InlineData("[]", FilterPatternKind.SpaceDelimited)]
    public void Chooses_the_dialect_by_the_first_character(string pattern, FilterPatternKind expected) =>
        Assert.Equal(expected, FilterPattern.Compile(pattern).Kind);

    [Fact]
    public void Accepts_1024_characters_and_no_more()
    {
        FilterPattern.Compile(new string('X', 1024));

        var error = Assert.Throws<SyntaxException>(() => FilterPattern.Compile(new string('X', 1025)));
        Assert.Equal(FilterPatternErrors.TooLong, error.Message);
    }

    [Fact]
    public void Counts_characters_beyond_the_basic_plane_once() =>
        FilterPattern.Compile($"\"{string.Concat(Enumerable.Repeat("😀", 1022))}\"");

    [Fact]
    public void Rejects_parentheses_nested_deeper_than_64()
    {
        FilterPattern.Compile($"{{{new string('(', 64)}$.a=1{new string(')', 64)}}}");

        var error = Assert.Throws<SyntaxException>(() =>
            FilterPattern.Compile($"{{{new string('(', 65)}$.a=1{new string(')', 65)}}}")
        );
        Assert.Equal(FilterPatternErrors.TooDeep, error.Message);
    }

    [Theory]
    [InlineData("ERROR", false)]
    [InlineData("%E%", true)]
    [InlineData("{ $.a = %E% }", true)]
    [InlineData("[a = %E%]", true)]
    [InlineData("\"%E%\"", false)]
    public void Knows_whether_it_counts_towards_the_quota_of_regular_expressions(string pattern, bool expected) =>
        Assert.Equal(expected, FilterPattern.Compile(pattern).HasRegex);

    [Theory]
    [InlineData("ERROR \"a b\" -x", "ERROR a b")]
    [InlineData("%\\d+ms|[a-z]{70}%", "took 12 s")]
    [InlineData("{ $.a.b = \"x\" && $.c > 1 || $.d[*] = %y% }", """{"a":{"b":"x"},"c":1.5,"d":["\n\u00e9"]}""")]
    [InlineData("[a = *x, ..., b > 1]", "1x [2 3] 4")]
    public void Allocates_nothing_to_match(string pattern, string message)
    {
        var compiled = FilterPattern.Compile(pattern);
        var bytes = Utf8(message);
        compiled.Matches(bytes);

        var before = GC.GetAllocatedBytesForCurrentThread();
        compiled.Matches(bytes);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
