using System.Text;
using Emulator.Languages.Insights;

namespace Emulator.Tests.Languages.Insights;

/// <summary>A filter that looks at the raw bytes first finds what it finds by reading every message.</summary>
public class MessageProbeTests
{
    static readonly string[] Messages =
    [
        """{"status":504,"a":{"id":"x"}}""",
        """{"status":"504","a":{"id":7}}""",
        """{"status" : 5.04e2 ,"a":{"id":null}}""",
        """{"\u0073tatus":504,"a.id":"x"}""",
        """{"status":"\u0035\u0030\u0034","id":"x"}""",
        """{"status":200,"note":"\"status\":504"}""",
        """{"status":504,"status":200,"a":[{"id":"x"},"x"]}""",
        """{"status":200,"status":504,"a":{"b":{"id":"x"}}}""",
        """{"http_status":504,"inner":{"status":504}}""",
        """{"status":[504],"a":{"id":{"id":"x"}}}""",
        """{"status":true,"a":{"id":"a\"x"}}""",
        """{"status":false}""",
        """{"status":null}""",
        """{"status":""}""",
        """{"status":504""",
        """  {"status":504}  """,
        """{"status":504} and more""",
        """{"a/b":504,"@status":504,"x":"2"}""",
        """text "status":504""",
        "2 123456789010 eni-1235b8ca123456789 172.31.9.69 172.31.9.12 49761 3389 6 20 504 1418530010 1418530070 REJECT OK",
        "REPORT RequestId: 8f50\tDuration: 504 ms\tBilled Duration: 504 ms\tMemory Size: 128 MB\tMax Memory Used: 64 MB\t",
        "",
    ];

    [Theory]
    [InlineData("status = 504")]
    [InlineData("status = '504'")]
    [InlineData("status != 504")]
    [InlineData("not (status = 504)")]
    [InlineData("status > 300")]
    [InlineData("504 <= status")]
    [InlineData("status in [200, 504]")]
    [InlineData("status not in [200]")]
    [InlineData("status like '50'")]
    [InlineData("status not like '50'")]
    [InlineData("status like /^5/")]
    [InlineData("status")]
    [InlineData("status = true")]
    [InlineData("ispresent(status)")]
    [InlineData("not ispresent(status)")]
    [InlineData("coalesce(status, 504) = 504")]
    [InlineData("isempty(status)")]
    [InlineData("strlen(status) = 3 and status < 300")]
    [InlineData("status = 504 or a.id = 'x'")]
    [InlineData("status = 504 or strlen(@message) > 60")]
    [InlineData("status = 504 and @logStream = 's'")]
    [InlineData("status = a.id or status = 504")]
    [InlineData("a.id = 'x'")]
    [InlineData("a.0.id = 'x'")]
    [InlineData("a.1 = 'x'")]
    [InlineData("`a/b` = 504")]
    [InlineData("@@status = 504")]
    [InlineData("action = 'REJECT' or bytes = 504")]
    [InlineData("@duration = 504")]
    [InlineData("unmask(status) = 504")]
    public void Finds_the_same_events(string condition) =>
        Assert.Equal(Find(condition, isTransformed: true), Find(condition, isTransformed: false));

    [Theory]
    [InlineData("fields 504 as status | filter status = 504")]
    [InlineData("parse @message /(?<status>5)/ | filter status = 5")]
    [InlineData("fields jsonParse(@message) as a | filter a.status = 504")]
    [InlineData("limit 30 | filter status = 504")]
    public void Leaves_names_alone_that_a_query_has_made(string query) =>
        Assert.Equal(Run(query, isTransformed: true), Run(query, isTransformed: false));

    /// <remarks>The fields of such an event do not stand in its message.</remarks>
    [Fact]
    public void Knows_nothing_of_events_that_a_transformer_has_made()
    {
        var run = InsightsQuery.Parse("filter status = 504").Start(InsightsWorld.Settings);

        run.Add(InsightsWorld.Record(0, "s", """{"status":504}""", original: """{"state":504}"""));

        Assert.Equal(1, run.Matched);
    }

    [Theory]
    [InlineData("status = 504", """{"status":200}""", false)]
    [InlineData("status = 504", """{"status":504}""", true)]
    [InlineData("a.id like /^x/ and level = 'ERROR'", """{"a":{"id":"y"},"level":"ERROR"}""", false)]
    [InlineData("ispresent(a.id)", """{"a":{"name":"id"}}""", false)]
    [InlineData("not ispresent(a.id)", """{"a":{"name":"id"}}""", true)]
    public void Reads_no_message_that_cannot_match(string condition, string message, bool expected)
    {
        var source = new CountingSource
        {
            LogStream = default,
            Log = default,
            LogGroup = default,
            Account = default,
            Region = default,
        };
        var run = InsightsQuery.Parse($"filter {condition}").Start(InsightsWorld.Settings);

        run.Add(InsightsWorld.Record(0, "s", message) with { Source = source });

        Assert.Equal(expected ? 1 : 0, source.Read);
    }

    [Theory]
    [InlineData("filter status = 504 | stats count(*) by bin(5m)")]
    [InlineData("filter status = 200 | stats count(*), avg(ms), max(@timestamp) by bin(5m)")]
    [InlineData("filter status like /2/ and user.id in ['u1', 'u2'] | stats sum(ms) by user.id")]
    public void Filters_and_aggregations_allocate_nothing_per_event(string source)
    {
        var run = InsightsQuery.Parse(source).Start(InsightsWorld.Settings);
        var record = InsightsWorld.Record(0, "s", """{"user":{"id":"u1","tags":["a","b"]},"status":200,"ms":12.5}""");
        run.Add(record);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            run.Add(record);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    /// <summary>Counts how many messages are read.</summary>
    sealed class CountingSource : RecordSource
    {
        public int Read { get; private set; }

        public override bool HasFieldsOfMessage => true;

        public override void Discover(
            FieldDiscovery discovery,
            in LogRecord record,
            ReadOnlyMemory<byte> message,
            FieldSink sink
        ) => Read++;

        public override string Pointer(in LogRecord record) => "";
    }

    static string Find(string condition, bool isTransformed) => Run($"filter {condition}", isTransformed);

    /// <param name="isTransformed">Whether fields are said not to stand in messages, so that each message is read.</param>
    static string Run(string source, bool isTransformed)
    {
        var run = InsightsQuery.Parse(source).Start(InsightsWorld.Settings);
        for (var i = Messages.Length - 1; i >= 0; i--)
        {
            run.Add(InsightsWorld.Record(i, "s", Messages[i], original: isTransformed ? Messages[i] : null));
        }

        return string.Join(' ', run.Finish().Rows.Select(row => Encoding.UTF8.GetString(row[^1].Value.Span)));
    }
}
