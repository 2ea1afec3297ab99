using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Emulator.Benchmarks.Load;
using Emulator.Benchmarks.Workloads;

namespace Emulator.Benchmarks;

/// <summary>
/// W11 and W12: Logs Insights queries over a million events, one that wants few of them and one that wants all, from the start to the results; and the
/// same by reading every message as a JsonDocument.
/// </summary>
sealed class QueryRun(BenchmarkOptions options)
{
    const int Events = 1_000_000;
    const int Turns = 5;
    const string Group = "bench-insights";
    const string Selective = "filter status = 504 | stats count(*) by bin(5m)";
    const string Whole = "stats avg(durationMs) by bin(5m)";

    public void Run()
    {
        using var product = ServerProcess.Start(options.Product);
        LogWorkloads.PutEvents(product.Address, Group, Events, LogMessages.Json);
        var messages = Enumerable.Range(0, Events).Select(i => Encoding.UTF8.GetBytes(LogMessages.Json(i))).ToArray();

        Compare("W11", Selective, LogMessages.RareCount(Events), () => CountFailures(messages));
        Compare("W12", Whole, Events, () => SumDurations(messages));
        Console.WriteLine($"     {product.ResidentBytes >> 20} MB resident");

        void Compare(string name, string query, int matched, Func<int> reference)
        {
            var ours = Median(() => Require(RunQuery(product.Address, query), matched));
            var theirs = Median(() => Require(reference(), matched));
            Console.WriteLine($"{name}  {query}, {Events:N0} events");
            Console.WriteLine($"     {ours:N0} ms, reference {theirs:N0} ms, ratio {ours / theirs:N2}");
        }
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

    static int RunQuery(Uri server, string query)
    {
        using var connection = new HttpConnection(server);
        var id = Call(
                connection,
                "StartQuery",
                $$"""{"logGroupName":"{{Group}}","startTime":0,"endTime":4102444800,"queryString":"{{query}}"}"""
            )
            .GetProperty("queryId")
            .GetString();
        JsonElement answer;
        do
        {
            answer = Call(connection, "GetQueryResults", $$"""{"queryId":"{{id}}"}""");
        } while (answer.GetProperty("status").GetString() is "Scheduled" or "Running");

        return (int)answer.GetProperty("statistics").GetProperty("recordsMatched").GetDouble();
    }

    static int CountFailures(byte[][] messages)
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

        return buckets.Values.Sum();
    }

    static int SumDurations(byte[][] messages)
    {
        var buckets = new Dictionary<int, (int Count, double Sum)>();
        for (var i = 0; i < messages.Length; i++)
        {
            using var document = JsonDocument.Parse(messages[i]);
            var (count, sum) = buckets.GetValueOrDefault(i / (Events / 12));
            var duration = document.RootElement.GetProperty("durationMs").GetDouble();
            buckets[i / (Events / 12)] = (count + 1, sum + duration);
        }

        return buckets.Values.Sum(bucket => bucket.Count);
    }

    static void Require(int found, int expected)
    {
        if (found != expected)
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
