using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Emulator.Benchmarks.Load;
using Emulator.Benchmarks.Workloads;

namespace Emulator.Benchmarks;

/// <summary>W11: a Logs Insights query over a million events, from its start to its results, and the same by reading every message as a JsonDocument.</summary>
sealed class QueryRun(BenchmarkOptions options)
{
    const int Events = 1_000_000;
    const int Turns = 5;
    const string Group = "bench-insights";
    const string Query = "filter status = 504 | stats count(*) by bin(5m)";

    public void Run()
    {
        using var product = ServerProcess.Start(options.Product);
        LogWorkloads.PutEvents(product.Address, Group, Events, LogMessages.Json);
        var messages = Enumerable.Range(0, Events).Select(i => Encoding.UTF8.GetBytes(LogMessages.Json(i))).ToArray();

        var ours = Median(() => RunQuery(product.Address));
        var theirs = Median(() => ParseAll(messages));
        Console.WriteLine($"W11  {Query}, {Events:N0} events");
        Console.WriteLine(
            $"     {ours:N0} ms, reference {theirs:N0} ms, ratio {ours / theirs:N2}, {product.ResidentBytes >> 20} MB resident"
        );
    }

    static double Median(Action action)
    {
        action();
        var times = new double[Turns];
        for (var i = 0; i < Turns; i++)
        {
            var clock = Stopwatch.StartNew();
            action();
            times[i] = clock.Elapsed.TotalMilliseconds;
        }

        Array.Sort(times);
        return times[Turns / 2];
    }

    static void RunQuery(Uri server)
    {
        using var connection = new HttpConnection(server);
        var id = Call(
                connection,
                "StartQuery",
                $$"""{"logGroupName":"{{Group}}","startTime":0,"endTime":4102444800,"queryString":"{{Query}}"}"""
            )
            .GetProperty("queryId")
            .GetString();
        JsonElement answer;
        do
        {
            answer = Call(connection, "GetQueryResults", $$"""{"queryId":"{{id}}"}""");
        } while (answer.GetProperty("status").GetString() is "Scheduled" or "Running");

        var found = answer.GetProperty("statistics").GetProperty("recordsMatched").GetDouble();
        Require((int)found);
    }

    static void ParseAll(byte[][] messages)
    {
        var buckets = new Dictionary<int, int>();
        for (var i = 0; i < messages.Length; i++)
        {
            using var document = JsonDocument.Parse(messages[i]);
            if (document.RootElement.GetProperty("status").GetInt32() == 504)
            {
                var bucket = i / (Events / 12);
                buckets[bucket] = buckets.GetValueOrDefault(bucket) + 1;
            }
        }

        Require(buckets.Values.Sum());
    }

    static void Require(int found)
    {
        if (found != LogMessages.RareCount(Events))
        {
            throw new InvalidOperationException($"{found} events were found.");
        }
    }

    static JsonElement Call(HttpConnection connection, string operation, string body)
    {
        var answer = connection.Exchange(RequestBytes.LogsJson(operation, Encoding.UTF8.GetBytes(body)));
        return answer.Status == 200
            ? JsonDocument.Parse(answer.Body).RootElement.Clone()
            : throw new InvalidOperationException(Encoding.UTF8.GetString(answer.Body.Span));
    }
}
