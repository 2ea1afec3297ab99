using System.Globalization;
using System.Text;
using Emulator.Languages.ContributorRules;
using Emulator.Languages.Text;
using Emulator.Tests.Support;

namespace Emulator.Tests.Languages.ContributorRules;

public class ContributorRuleTests
{
    const string Beginning = """{"Schema":{"Name":"CloudWatchLogRule","Version":1},"LogGroupNames":["g"]""";

    static readonly string[] Corpus =
    [
        .. CaseFileAttribute.Read("contributor-rules.txt", columns: 3).Select(row => Whole(row[0])),
        .. CaseFileAttribute.Read("contributor-rules-errors.txt", columns: 2).Select(row => Whole(row[0])),
    ];

    [Theory, CaseFile("contributor-rules.txt")]
    public void Reads_events_as_documented(string definition, string message, string expected)
    {
        var reader = ContributorRule.Parse(Whole(definition)).Read();

        var contributes = reader.TryRead(Encoding.UTF8.GetBytes(message));

        var keys = string.Join(" | ", ContributionReader.KeysOf(reader.Contributor.ToString()));
        Assert.Equal(
            expected,
            contributes ? string.Create(CultureInfo.InvariantCulture, $"{keys} = {reader.Value}").Trim() : "-"
        );
    }

    [Theory, CaseFile("contributor-rules-errors.txt")]
    public void Says_what_is_wrong(string definition, string expected) =>
        Assert.Equal(expected, Assert.Throws<SyntaxException>(() => ContributorRule.Parse(Whole(definition))).Message);

    [Fact]
    public void Nothing_but_a_syntax_error_escapes() =>
        Properties.Check(
            Mutations.Of(Corpus),
            source =>
            {
                try
                {
                    ContributorRule.Parse(source);
                }
                catch (SyntaxException)
                {
                    // What is to be expected of a source that is wrong.
                }

                return true;
            },
            cases: 2000
        );

    [Theory]
    [InlineData("g", "", "", "g", false)]
    [InlineData("API-Gateway-Access-Logs*", "", "", "API-Gateway-Access-Logs", true)]
    [InlineData("*", "", "", "", true)]
    public void A_log_group_is_named_or_selected_by_prefix(
        string name,
        string region,
        string account,
        string group,
        bool isPrefix
    ) =>
        Assert.Equal(
            [new LogGroupSelector(region, account, group, isPrefix)],
            ContributorRule.Parse(Definition($"\"LogGroupNames\":[\"{name}\"]")).LogGroups
        );

    // The first is AWS's example.
    [Theory]
    [InlineData("arn:aws:logs:us-west-1:*:log-group/MyLogGroupName2", "us-west-1", "*", "MyLogGroupName2", false)]
    [InlineData("arn:aws:logs:us-east-1:123456789012:log-group:demo", "us-east-1", "123456789012", "demo", false)]
    [InlineData("arn:aws:logs:us-east-1:123456789012:log-group:demo:*", "us-east-1", "123456789012", "demo", false)]
    [InlineData("arn:aws:logs:us-east-1:123456789012:log-group:/aws/x*", "us-east-1", "123456789012", "/aws/x", true)]
    public void A_log_group_is_selected_by_ARN(
        string arn,
        string region,
        string account,
        string group,
        bool isPrefix
    ) =>
        Assert.Equal(
            [new LogGroupSelector(region, account, group, isPrefix)],
            ContributorRule.Parse(Definition($"\"LogGroupARNs\":[\"{arn}\"]")).LogGroups
        );

    // "Keys larger than 1 KB are truncated to 1KB."
    [Theory]
    [InlineData("k", 1024)]
    [InlineData("é", 512)]
    [InlineData("€", 341)]
    public void A_long_key_is_cut_between_characters(string character, int expected)
    {
        var reader = ContributorRule.Parse(Definition("\"LogGroupNames\":[\"g\"]")).Read();
        var key = string.Concat(Enumerable.Repeat(character, 2000));

        Assert.True(reader.TryRead(Encoding.UTF8.GetBytes($$"""{"a":"{{key}}"}""")));

        Assert.Equal(key[..expected], Assert.Single(ContributionReader.KeysOf(reader.Contributor.ToString())));
    }

    static string Definition(string groups) =>
        $$$"""
            {"Schema":{"Name":"CloudWatchLogRule","Version":1},{{{groups}}},"LogFormat":"JSON","AggregateOn":"Count",
             "Contribution":{"Keys":["$.a"]}}
            """;

    /// <summary>A definition of a table, with what its abbreviations stand for.</summary>
    static string Whole(string definition) =>
        definition.StartsWith("{+", StringComparison.Ordinal)
            ? Beginning + ",\"LogFormat\":\"JSON\",\"AggregateOn\":\"Count\",\"Contribution\":{" + definition[2..] + "}"
            : definition.Replace("{…", Beginning, StringComparison.Ordinal);
}
