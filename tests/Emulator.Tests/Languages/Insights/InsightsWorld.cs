using System.Globalization;
using System.Text;
using Emulator.Languages.Insights;

namespace Emulator.Tests.Languages.Insights;

/// <summary>Runs queries over a few events, and prints what they find.</summary>
static class InsightsWorld
{
    /// <summary>January 5, 2026, 9:00: the time of the first event.</summary>
    public const long Start = 1_767_603_600_000;

    /// <summary>The events of the specification, a second apart.</summary>
    public static readonly (string Stream, string Message)[] Events =
    [
        ("s1", """{"level":"ERROR","dur":120,"user":{"id":"u1"},"items":[{"n":"a"},{"n":"b"}]}"""),
        ("s1", """{"level":"INFO","dur":30,"user":{"id":"u2"}}"""),
        ("s2", """{"level":"ERROR","dur":50,"user":{"id":"u1"}}"""),
        ("s2", "user=ann, method:GET, latency := 12"),
        ("s2", "user=bob, method:GET, latency := 20"),
    ];

    static readonly Dictionary<string, LookupTable> Tables = new()
    {
        ["t"] = LookupTable.Parse("id,name\nu1,Ann"),
        ["people"] = LookupTable.Parse(
            "id,level,name,team\r\nu1,ERROR,Ann,\"A, \"\"B\"\"\"\r\nu1,ERROR,Again,C\r\nu2,info,Bob,\r\n"
        ),
        ["codes"] = LookupTable.Parse("n,what\n120,slow\n"),
    };

    public static InsightsSettings Settings { get; } =
        new()
        {
            Now = Start + 60_000,
            StartTime = Start,
            EndTime = Start + 3_599_999,
        };

    /// <summary>Parses a query that may use the lookup tables t, people and codes.</summary>
    public static InsightsQuery Parse(string source) => InsightsQuery.Parse(source, Tables.GetValueOrDefault);

    /// <summary>Runs a query.</summary>
    /// <param name="messages">Messages of one stream, a second apart; <c>null</c> for <see cref="Events"/>.</param>
    /// <returns>
    /// Rows of fields. A row that comes from an event begins with its number; its time and message are left out where the query names no fields.
    /// </returns>
    public static string Run(string source, params string[]? messages) =>
        Print(Parse(source), messages is null ? Events : [.. messages.Select(text => ("s", text))]);

    public static InsightsResult Find(
        InsightsQuery query,
        (string Stream, string Message)[] events,
        InsightsSettings? settings = null
    )
    {
        var run = query.Start(settings ?? Settings);
        var order = Enumerable.Range(0, events.Length);
        foreach (var i in run.OldestFirst ? order : order.Reverse())
        {
            if (run.IsDone)
            {
                break;
            }

            run.Add(Record(i, events[i].Stream, events[i].Message));
        }

        return run.Finish();
    }

    /// <param name="original">What came in, when a transformer has made the message of it; else <c>null</c>.</param>
    public static LogRecord Record(
        int number,
        string stream,
        string message,
        bool isLambda = false,
        string? original = null
    ) =>
        new(
            new TestSource(isLambda, original is null ? null : Encoding.UTF8.GetBytes(message))
            {
                LogStream = Encoding.UTF8.GetBytes(stream),
                Log = "111122223333:G1"u8.ToArray(),
                LogGroup = "G1"u8.ToArray(),
                Account = "111122223333"u8.ToArray(),
                Region = "us-east-1"u8.ToArray(),
            },
            Encoding.UTF8.GetBytes((original ?? message).Replace("secret", "******", StringComparison.Ordinal)),
            Encoding.UTF8.GetBytes(original ?? message),
            Start + 1000 * number,
            Start + 1000 * number + 5,
            number,
            0
        );

    static string Print(InsightsQuery query, (string Stream, string Message)[] events)
    {
        var rows = Find(query, events).Rows;
        return rows.Count == 0 ? "none" : string.Join(" ; ", rows.Select(Print));
    }

    static string Print(IReadOnlyList<InsightsField> row)
    {
        var fields = row.Select(field => (field.Name, Value: Encoding.UTF8.GetString(field.Value.Span))).ToList();
        var number = fields.Where(field => field.Name == "@ptr").Select(field => field.Value);
        var others = fields.Where(field => field.Name is not ("@ptr" or "@timestamp" or "@message"));
        return string.Join(' ', number.Concat(others.Select(field => $"{field.Name}={field.Value}")));
    }

    sealed class TestSource(bool isLambda, byte[]? transformed) : RecordSource
    {
        public override bool HasFieldsOfMessage => transformed is null;

        public override void Discover(
            FieldDiscovery discovery,
            in LogRecord record,
            ReadOnlyMemory<byte> message,
            FieldSink sink
        ) => discovery.Discover(transformed ?? message, isLambda, sink);

        public override string Pointer(in LogRecord record) =>
            string.Create(CultureInfo.InvariantCulture, $"#{record.Request}");
    }
}
