using System.Text;
using Emulator.Languages.Insights;
using Emulator.Languages.Text;
using Emulator.Tests.Support;

namespace Emulator.Tests.Languages.Insights;

public class InsightsTests
{
    static readonly (string Stream, string Message)[] Long =
    [
        .. Enumerable.Range(100, 100).Select(i => ("s", $"{i}{new string('x', 1000)}")),
    ];

    static readonly InsightsSettings Tight = InsightsWorld.Settings with { MaxMemory = 10_000 };

    [Theory, CaseFile("insights.txt")]
    public void Finds_what_is_documented(string source, string expected) =>
        Assert.Equal(expected, InsightsWorld.Run(source, null));

    [Theory, CaseFile("insights-expressions.txt")]
    public void Computes_what_is_documented(string expression, string expected) =>
        Assert.Equal(
            expected.Length == 0 ? "#0" : $"#0 x={expected}",
            InsightsWorld.Run($"fields {expression} as x", """{"n":5,"t":"text"}""")
        );

    [Theory, CaseFile("insights-messages.txt")]
    public void Reads_messages_as_documented(string source, string messages, string expected) =>
        Assert.Equal(expected, InsightsWorld.Run(source, messages.Split(" ¦ ")));

    [Theory, CaseFile("insights-errors.txt")]
    public void Says_what_is_wrong_and_where(string source, string marked, string expected)
    {
        var error = Assert.Throws<SyntaxException>(() => InsightsWorld.Parse(source));

        Assert.Equal(expected, error.Message);
        Assert.Equal(marked, source.Substring(error.Span.Start, error.Span.Length));
    }

    [Theory, CaseFile("insights-print.txt")]
    public void Prints_its_canonical_source(string source, string expected)
    {
        Assert.Equal(expected, InsightsWorld.Parse(source).ToString());
        Assert.Equal(expected, InsightsWorld.Parse(expected).ToString());
    }

    [Fact]
    public void Shows_time_message_and_pointer_when_no_fields_are_named()
    {
        var row = InsightsWorld.Find(InsightsQuery.Parse("limit 1"), InsightsWorld.Events).Rows[0];

        Assert.Equal(["@timestamp", "@message", "@ptr"], row.Select(field => field.Name));
        Assert.Equal("2026-01-05 09:00:04.000", Encoding.UTF8.GetString(row[0].Value.Span));
    }

    [Fact]
    public void Counts_the_matching_events_whatever_the_limit()
    {
        var result = InsightsWorld.Find(
            InsightsQuery.Parse("fields level | filter ispresent(level) | sort dur | limit 1 | filter 1 = 2"),
            InsightsWorld.Events
        );

        Assert.Equal((3, 0), (result.Matched, result.Rows.Count));
    }

    [Theory]
    [InlineData("fields @message", false)]
    [InlineData("sort @timestamp desc | limit 3", false)]
    [InlineData("sort @timestamp | limit 3", true)]
    [InlineData("dedup level", false)]
    [InlineData("sort @timestamp, level", false)]
    public void Asks_for_the_oldest_events_first_when_they_are_wanted_first(string source, bool expected) =>
        Assert.Equal(expected, InsightsQuery.Parse(source).Start(InsightsWorld.Settings).OldestFirst);

    [Fact]
    public void Returns_ten_thousand_rows_unless_told_otherwise()
    {
        var events = Enumerable.Repeat(("s", "x"), 10_001).ToArray();

        Assert.Equal(10_000, InsightsWorld.Find(InsightsQuery.Parse("fields @message"), events).Rows.Count);
        Assert.Equal(10_001, InsightsWorld.Find(InsightsQuery.Parse("limit 20000"), events).Rows.Count);
        Assert.Equal(10_000, InsightsWorld.Find(InsightsQuery.Parse("sort level"), events).Rows.Count);
    }

    [Fact]
    public void Two_hundred_fields_of_a_message_are_discovered()
    {
        var members = Enumerable.Range(0, 201).Select(i => $"\"f{i}\":{i}");
        var message = $"{{{string.Join(',', members)}}}";

        Assert.Equal("#0 f199=199", InsightsWorld.Run("fields f199, f200", message));
    }

    /// <remarks>User guide, Supported logs and discovered fields: only the first embedded JSON fragment of a Lambda line counts.</remarks>
    [Theory]
    [InlineData(true, "level=a}")]
    [InlineData(false, "")]
    public void The_first_JSON_object_inside_a_line_of_a_Lambda_function_has_fields(bool isLambda, string expected)
    {
        var run = InsightsQuery.Parse("display level, id").Start(InsightsWorld.Settings);
        run.Add(InsightsWorld.Record(0, "s", """2026 INFO {"level":"a}"} then {"level":"b","id":1}""", isLambda));

        var fields = run.Finish().Rows[0].SkipLast(1);
        Assert.Equal(
            expected,
            string.Join(' ', fields.Select(field => $"{field.Name}={Encoding.UTF8.GetString(field.Value.Span)}"))
        );
    }

    [Theory]
    [InlineData("stats count(*) by @message")]
    [InlineData("stats count_distinct(@message)")]
    [InlineData("sort level")]
    [InlineData("dedup @message")]
    [InlineData("fields @message")]
    public void A_query_that_remembers_too_much_fails(string source) =>
        Assert.Throws<InsightsMemoryException>(() => InsightsWorld.Find(InsightsQuery.Parse(source), Long, Tight));

    [Theory]
    [InlineData("fields strlen(@message) as n | sort n, @timestamp | limit 3", 3)]
    [InlineData("stats count(*) by strlen(@message), @logStream", 1)]
    [InlineData("stats max(@message)", 1)]
    [InlineData("limit 2", 2)]
    public void A_query_keeps_only_what_it_needs(string source, int rows) =>
        Assert.Equal(rows, InsightsWorld.Find(InsightsQuery.Parse(source), Long, Tight).Rows.Count);

    [Fact]
    public void Tells_what_it_needs_of_log_groups()
    {
        var query = InsightsQuery.Parse(
            "SOURCE logGroups(namePrefix: ['a', 'b']) | filterIndex x = 1 and y in ['z'] | stats count(*) as c | stats max(c)"
        );

        Assert.Equal(["a", "b"], query.Source!.NamePrefixes);
        Assert.Equal(["x", "y"], query.IndexedFields);
        Assert.Equal((2, "filterIndex"), (query.StatsCount, query.StandardCommand));
        Assert.Equal("unmask", InsightsQuery.Parse("filter unmask(level) = 1").StandardCommand);
    }
}
