using System.Text;
using System.Text.Json;
using Emulator.Benchmarks.Load;

namespace Emulator.Benchmarks.Workloads;

/// <summary>W5 to W9: log events in and out, and long listings.</summary>
static class LogWorkloads
{
    const int Streams = 10;
    const int Listed = 10_000;

    public static IEnumerable<Workload> All()
    {
        yield return Put("W5", "PutLogEvents, 1 event", 1, ReferenceKind.Floor, new Target(0.50, 0.33));
        yield return Put(
            "W6",
            "PutLogEvents, 1,000 events of 200 bytes",
            1000,
            ReferenceKind.Parse,
            new Target(0.60, 0.40)
        );
        foreach (var events in (int[])[100_000, 1_000_000])
        {
            yield return Filter(
                $"W7-{events / 1000}k",
                $"FilterLogEvents, a term in 0.1 % of {events:N0} events",
                events,
                LogMessages.RareTerm
            );
            yield return Filter(
                $"W8-{events / 1000}k",
                $"FilterLogEvents, a JSON pattern over {events:N0} events",
                events,
                "{ $.status = 504 }"
            ) with
            {
                Reference = ReferenceKind.JsonScan,
                Target = new Target(2, 2),
                Prepare = server => PutEvents(server, $"bench-json-{events}", events, LogMessages.Json),
                Requests = _ => [FilterRequest($"bench-json-{events}", "{ $.status = 504 }")],
            };
        }

        yield return Listing("W9s-first", "DescribeLogStreams, first page of 10,000", null);
        yield return Listing("W9s-last", "DescribeLogStreams, last page of 10,000", "stream-09950");
    }

    static Workload Put(string name, string title, int events, ReferenceKind reference, Target target) =>
        new(
            name,
            title,
            "PutLogEvents",
            reference,
            target,
            connection =>
                [
                    PutRequest(
                        "bench-put",
                        $"stream-{connection}",
                        Now(),
                        Enumerable.Range(0, events).Select(LogMessages.Message)
                    ),
                ]
        )
        {
            Prepare = server =>
            {
                Call(server, "CreateLogGroup", """{"logGroupName":"bench-put"}""");
                for (var stream = 0; stream < 64; stream++)
                {
                    Call(
                        server,
                        "CreateLogStream",
                        $$"""{"logGroupName":"bench-put","logStreamName":"stream-{{stream}}"}"""
                    );
                }
            },
        };

    static Workload Filter(string name, string title, int events, string pattern) =>
        new(
            name,
            title,
            "FilterLogEvents",
            ReferenceKind.Scan,
            new Target(1.0 / 3, 1.0 / 3),
            _ => [FilterRequest($"bench-{events}", pattern)]
        )
        {
            Prepare = server => PutEvents(server, $"bench-{events}", events, LogMessages.Message),
            ScannedEvents = events,
        };

    static Workload Listing(string name, string title, string? from) =>
        new(name, title, "DescribeLogStreams", ReferenceKind.None, null, _ => [ListRequest(from)])
        {
            Prepare = server =>
            {
                Call(server, "CreateLogGroup", """{"logGroupName":"bench-list"}""");
                for (var stream = 0; stream < Listed; stream++)
                {
                    Call(
                        server,
                        "CreateLogStream",
                        $$"""{"logGroupName":"bench-list","logStreamName":"stream-{{stream:d5}}"}"""
                    );
                }
            },
        };

    static byte[] ListRequest(string? prefix) =>
        RequestBytes.LogsJson(
            "DescribeLogStreams",
            Encoding.UTF8.GetBytes(
                prefix is null
                    ? """{"logGroupName":"bench-list","limit":50}"""
                    : $$"""{"logGroupName":"bench-list","limit":50,"logStreamNamePrefix":"{{prefix[..^2]}}"}"""
            )
        );

    public static byte[] FilterRequest(string group, string pattern) =>
        RequestBytes.LogsJson(
            "FilterLogEvents",
            Encoding.UTF8.GetBytes(
                $$"""{"logGroupName":"{{group}}","filterPattern":{{JsonSerializer.Serialize(pattern)}}}"""
            )
        );

    static byte[] PutRequest(string group, string stream, long time, IEnumerable<string> messages)
    {
        var events = messages.Select(message =>
            $$"""{"timestamp":{{time}},"message":{{JsonSerializer.Serialize(message)}}}"""
        );
        return RequestBytes.LogsJson(
            "PutLogEvents",
            Encoding.UTF8.GetBytes(
                $$"""{"logGroupName":"{{group}}","logStreamName":"{{stream}}","logEvents":[{{string.Join(',', events)}}]}"""
            )
        );
    }

    /// <summary>Spreads the events over ten streams and the last hour.</summary>
    public static void PutEvents(Uri server, string group, int events, Func<int, string> message)
    {
        const int Batch = 2000;
        Call(server, "CreateLogGroup", $$"""{"logGroupName":"{{group}}"}""");
        for (var stream = 0; stream < Streams; stream++)
        {
            Call(server, "CreateLogStream", $$"""{"logGroupName":"{{group}}","logStreamName":"s{{stream}}"}""");
        }

        using var connection = new HttpConnection(server);
        var start = Now() - 3_600_000;
        for (var first = 0; first < events; first += Batch)
        {
            var time = start + (long)first * 3_000_000 / events;
            var batch = Enumerable.Range(first, Math.Min(Batch, events - first)).Select(message);
            Check(connection.Exchange(PutRequest(group, $"s{first / Batch % Streams}", time, batch)));
        }
    }

    static void Call(Uri server, string operation, string body)
    {
        using var connection = new HttpConnection(server);
        var answer = connection.Exchange(RequestBytes.LogsJson(operation, Encoding.UTF8.GetBytes(body)));
        if (!Encoding.UTF8.GetString(answer.Body.Span).Contains("AlreadyExists", StringComparison.Ordinal))
        {
            Check(answer);
        }
    }

    static void Check(Answer answer)
    {
        if (answer.Status != 200)
        {
            throw new InvalidOperationException(Encoding.UTF8.GetString(answer.Body.Span));
        }
    }

    static long Now() => DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
}
