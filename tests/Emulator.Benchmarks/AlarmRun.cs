using System.Diagnostics;
using System.Text;
using Emulator.Benchmarks.Load;

namespace Emulator.Benchmarks;

/// <summary>What alarms cost: ten thousand of them each minute, and a day of one hundred that a test advances.</summary>
sealed class AlarmRun(BenchmarkOptions options)
{
    const int Minute = 60;
    const int Day = 86_400;

    /// <summary>2026-01-05T00:00:00Z</summary>
    const long Start = 1_767_571_200;

    public void Run()
    {
        EachMinute(alarms: 10_000, minutes: 10);
        OneDay(alarms: 100, withData: true);
        OneDay(alarms: 100, withData: false);
        OneDay(alarms: 0, withData: false);
    }

    /// <summary>Alarms whose metrics get a value every minute, and which stay in their state.</summary>
    void EachMinute(int alarms, int minutes)
    {
        using var product = ServerProcess.Start(options.Product);
        using var connection = new HttpConnection(product.Address);
        Control(product, $$"""{"freeze":"{{At(Start)}}"}""");
        for (var minute = 0; minute <= minutes; minute++)
        {
            for (var first = 0; first < alarms; first += 1000)
            {
                Put(connection, Enumerable.Range(first, 1000), Start + minute * Minute, _ => 1);
            }
        }

        PutAlarms(connection, alarms);
        Advance(product, "PT1M");

        var used = product.ProcessorTime;
        Advance(product, $"PT{minutes - 1}M");
        used = product.ProcessorTime - used;

        var share = used.TotalSeconds / ((minutes - 1) * Minute);
        var each = used.TotalMicroseconds / (minutes - 1) / alarms;
        Print($"{alarms:N0} alarms each minute", $"{share:P2} of one core, {each:N1} µs each");
    }

    /// <summary>A day in which every alarm changes its state each hour, if its metric has data.</summary>
    void OneDay(int alarms, bool withData)
    {
        using var product = ServerProcess.Start(options.Product);
        using var connection = new HttpConnection(product.Address);
        if (withData)
        {
            Control(product, $$"""{"freeze":"{{At(Start + Day)}}"}""");
            for (var time = Start; time < Start + Day; time += Minute)
            {
                var hour = (time - Start) / 3600;
                Put(connection, Enumerable.Range(0, alarms), time, i => (hour + i) % 2 * 20);
            }
        }

        Control(product, $$"""{"freeze":"{{At(Start)}}"}""");
        PutAlarms(connection, alarms);

        var clock = Stopwatch.StartNew();
        Advance(product, "P1D");
        Print(
            $"a day with {alarms} alarms",
            $"{clock.Elapsed.TotalSeconds:N2} s{(withData ? ", each with 24 transitions" : "")}"
        );
    }

    static void PutAlarms(HttpConnection connection, int alarms)
    {
        for (var i = 0; i < alarms; i++)
        {
            Call(
                connection,
                "PutMetricAlarm",
                $$"""
                {"AlarmName":"alarm-{{i}}","Namespace":"Bench","MetricName":"M","Dimensions":[{"Name":"Id","Value":"{{i}}"}],"Statistic":"Average",
                 "Period":60,"EvaluationPeriods":3,"DatapointsToAlarm":2,"Threshold":10,"ComparisonOperator":"GreaterThanThreshold"}
                """
            );
        }
    }

    static void Put(HttpConnection connection, IEnumerable<int> series, long time, Func<int, long> value)
    {
        var data = series.Select(i =>
            $$"""{"MetricName":"M","Dimensions":[{"Name":"Id","Value":"{{i}}"}],"Timestamp":{{time}},"Value":{{value(i)}}}"""
        );
        Call(connection, "PutMetricData", $$"""{"Namespace":"Bench","MetricData":[{{string.Join(',', data)}}]}""");
    }

    static void Advance(ServerProcess product, string span) => Control(product, $$"""{"advance":"{{span}}"}""");

    /// <summary>Moves the clock, for as long as it takes.</summary>
    static void Control(ServerProcess product, string change)
    {
        using var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(product.Address, "_emulator/clock"));
        request.Content = new StringContent(change);
        using var response = http.Send(request);
        response.EnsureSuccessStatusCode();
    }

    static void Call(HttpConnection connection, string operation, string input) =>
        Require(connection.Exchange(RequestBytes.CloudWatchJson(operation, Encoding.UTF8.GetBytes(input))));

    static void Require(Answer answer)
    {
        if (answer.Status != 200)
        {
            throw new InvalidOperationException(Encoding.UTF8.GetString(answer.Body.Span));
        }
    }

    static string At(long seconds) =>
        DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null);

    static void Print(string what, string result) => Console.WriteLine($"{what, -28} {result}");
}
