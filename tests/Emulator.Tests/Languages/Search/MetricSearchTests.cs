using Emulator.Languages.Search;
using Emulator.Languages.Text;
using Emulator.Tests.Languages.Metrics;
using Emulator.Tests.Support;

namespace Emulator.Tests.Languages.Search;

public class MetricSearchTests
{
    [Theory, CaseFile("search-tokens.txt")]
    public void Cuts_names_into_tokens(string name, string expected)
    {
        var parts = new Range[name.Length];
        var count = NameParts.Cut(name, parts);

        var tokens = parts[..count].Select(part => name[part].ToLowerInvariant()).ToList();

        Assert.Equal(expected, string.Join(' ', tokens.Count == 0 ? [] : tokens.Prepend(string.Concat(tokens))));
    }

    [Theory, CaseFile("search.txt")]
    public void Finds_as_documented(string search, string metric, string expected) =>
        Assert.Equal(
            expected,
            MetricSearch.Parse(search).Matches(new TestMetric(metric), TestMetric.Account) ? "yes" : "no"
        );

    [Theory, CaseFile("search-errors.txt")]
    public void Says_what_is_wrong(string search, string expected) =>
        Assert.Equal(expected, Assert.Throws<SyntaxException>(() => MetricSearch.Parse(search)).Message);

    [Fact]
    public void Knows_the_only_namespace_that_can_match()
    {
        Assert.Equal("AWS/EC2", MetricSearch.Parse("{AWS/EC2} cpu").Namespace);
        Assert.Null(MetricSearch.Parse("cpu").Namespace);
    }

    [Fact]
    public void Accepts_1024_characters_and_no_more()
    {
        MetricSearch.Parse(new string('x', 1024));

        Assert.Throws<SyntaxException>(() => MetricSearch.Parse(new string('x', 1025)));
    }
}
