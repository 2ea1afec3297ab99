using System.Globalization;
using System.Text;
using Emulator.Benchmarks.Load;

namespace Emulator.Benchmarks.Workloads;

/// <summary>W1 to W4: metrics in and out, in each wire format of CloudWatch.</summary>
static class MetricWorkloads
{
    static readonly Target Write = new(0.60, 0.40);

    const string Plain = "\"Statistics\":[\"Average\",\"Sum\"]";
    const string Extended = "\"ExtendedStatistics\":[\"p99\"]";

    const int MinutesOfADay = 1440;

    public static IEnumerable<Workload> All()
    {
        foreach (var format in MetricFormat.All)
        {
            yield return Put("W1", "PutMetricData, 1 datum", format, 1, ReferenceKind.Floor, new Target(0.50, 0.33));
            yield return Put("W2", "PutMetricData, 150 data of 3 dimensions", format, 150, ReferenceKind.Parse, Write);
        }

        yield return new Workload(
            "W3j",
            "GetMetricStatistics, 1,440 minutes, Average and Sum, over 5,000 points",
            "GetMetricStatistics",
            ReferenceKind.Parse,
            Write,
            _ => [StatisticsRequest("Short", Plain)]
        )
        {
            Prepare = server => PutSeries(server, "Short", 5_000),
        };
        yield return new Workload(
            "W3p",
            "GetMetricStatistics, 1,440 minutes, p99, over 5,000 points",
            "GetMetricStatistics",
            ReferenceKind.Parse,
            Write,
            _ => [StatisticsRequest("Short", Extended)]
        )
        {
            Prepare = server => PutSeries(server, "Short", 5_000),
        };
        yield return new Workload(
            "W3L",
            "the same over 1,000,000 points",
            "GetMetricStatistics",
            ReferenceKind.Parse,
            Write,
            _ => [StatisticsRequest("Long", Plain)]
        )
        {
            Prepare = server => PutSeries(server, "Long", 1_000_000),
        };
        yield return new Workload(
            "W4j",
            "GetMetricData, 5 queries of 180 points",
            "GetMetricData",
            ReferenceKind.Parse,
            Write,
            _ => [GetMetricDataRequest()]
        )
        {
            Prepare = server => PutSeries(server, "Short", 5_000),
        };
    }

    /// <summary>W10: what metric math costs over fetching the same series, 500 of 1,440 points.</summary>
    public static IEnumerable<Workload> Expressions()
    {
        yield return Of(
            "W10-fetch",
            "GetMetricData, SEARCH of 500 series of 1,440 points",
            "SEARCH('{BenchMath,Id}', 'Average', 60)"
        );
        yield return Of("W10-sum", "the same, SUM over them", "SUM(SEARCH('{BenchMath,Id}', 'Average', 60))");
        yield return Of("W10-rate", "the same, RATE of each", "RATE(SEARCH('{BenchMath,Id}', 'Average', 60)) * 60");

        static Workload Of(string name, string title, string expression) =>
            new(name, title, "GetMetricData", ReferenceKind.None, null, _ => [ExpressionRequest(expression)])
            {
                Prepare = server => PutManySeries(server, "BenchMath", 500, 1440),
            };
    }

    static byte[] ExpressionRequest(string expression)
    {
        var end = WholeMinute();
        return RequestBytes.CloudWatchJson(
            "GetMetricData",
            Encoding.UTF8.GetBytes(
                $$"""{"StartTime":{{end - 86400}},"EndTime":{{end}},"MetricDataQueries":[{"Id":"e1","Expression":"{{expression}}","Period":60}]}"""
            )
        );
    }

    static Workload Put(
        string name,
        string title,
        MetricFormat format,
        int data,
        ReferenceKind reference,
        Target target
    ) =>
        new(
            name + format.Letter,
            $"{title}, {format.Name}",
            "PutMetricData",
            reference,
            target,
            connection => [format.Put($"Bench{connection}", data)]
        )
        {
            ReferenceRequest = MetricFormat.Json.Put("Bench", data),
        };

    static byte[] StatisticsRequest(string metric, string statistics)
    {
        var end = WholeMinute();
        return RequestBytes.CloudWatchJson(
            "GetMetricStatistics",
            Encoding.UTF8.GetBytes(
                $$"""
                {"Namespace":"BenchRead","MetricName":"{{metric}}","StartTime":{{end
                    - 86400}},"EndTime":{{end}},"Period":60,{{statistics}}}
                """
            )
        );
    }

    static byte[] GetMetricDataRequest()
    {
        var end = WholeMinute();
        var queries = Enumerable
            .Range(0, 5)
            .Select(i =>
                $$$"""{"Id":"q{{{i}}}","MetricStat":{"Metric":{"Namespace":"BenchRead","MetricName":"Short"},"Period":60,"Stat":"{{{(i % 2 == 0 ? "Average" : "Sum")}}}"}}"""
            );
        return RequestBytes.CloudWatchJson(
            "GetMetricData",
            Encoding.UTF8.GetBytes(
                $$"""{"StartTime":{{end - 10800}},"EndTime":{{end}},"MetricDataQueries":[{{string.Join(',', queries)}}]}"""
            )
        );
    }

    /// <summary>
    /// Puts so many points into one series: a value a second back from now for two weeks at the most, which is as far as the API lets one go.
    /// </summary>
    /// <summary>
    /// Puts a value a minute, back from now; before the day that is asked for one a second where the series is long, since minutes would be
    /// too old. So all series have the same points in that day.
    /// </summary>
    static void PutSeries(Uri server, string metric, int points)
    {
        using var connection = new HttpConnection(server);
        var end = WholeMinute();
        var isLong = points > 20_000;
        for (var first = 0; first < points; first += 1000)
        {
            var body = new StringBuilder("""{"Namespace":"BenchRead","MetricData":[""");
            for (var i = first; i < Math.Min(first + 1000, points); i++)
            {
                var age = isLong && i > MinutesOfADay ? 60 * MinutesOfADay + (i - MinutesOfADay) : 60 * i;
                var value = (i * 37 % 1000).ToString(CultureInfo.InvariantCulture);
                body.Append(i == first ? "" : ",")
                    .Append($$"""{"MetricName":"{{metric}}","Timestamp":{{end - 60 - age}},"Value":{{value}}""")
                    .Append(isLong ? ""","StorageResolution":1}""" : "}");
            }

            var answer = connection.Exchange(
                RequestBytes.CloudWatchJson("PutMetricData", Encoding.UTF8.GetBytes(body.Append("]}").ToString()))
            );
            if (answer.Status != 200)
            {
                throw new InvalidOperationException(Encoding.UTF8.GetString(answer.Body.Span));
            }
        }
    }

    /// <summary>Puts a value a minute, back from now, into many series.</summary>
    public static void PutManySeries(Uri server, string ns, int series, int minutes)
    {
        using var connection = new HttpConnection(server);
        var end = WholeMinute();
        for (var minute = 0; minute < minutes; minute++)
        {
            var data = Enumerable
                .Range(0, series)
                .Select(i =>
                    $$"""{"MetricName":"Scale","Dimensions":[{"Name":"Id","Value":"{{i}}"}],"Timestamp":{{end - minute * 60}},"Value":{{minute * 37 % 1000}}}"""
                );
            var body = $$"""{"Namespace":"{{ns}}","MetricData":[{{string.Join(',', data)}}]}""";
            var answer = connection.Exchange(
                RequestBytes.CloudWatchJson("PutMetricData", Encoding.UTF8.GetBytes(body))
            );
            if (answer.Status != 200)
            {
                throw new InvalidOperationException(Encoding.UTF8.GetString(answer.Body.Span));
            }
        }
    }

    /// <summary>Asks for a day of one of the series that <see cref="PutManySeries"/> has put.</summary>
    public static byte[] StatisticsOfSeries(int series)
    {
        var end = WholeMinute();
        return RequestBytes.CloudWatchJson(
            "GetMetricStatistics",
            Encoding.UTF8.GetBytes(
                $$"""{"Namespace":"BenchScale","MetricName":"Scale","Dimensions":[{"Name":"Id","Value":"{{series}}"}],"StartTime":{{end - 86400}},"EndTime":{{end}},"Period":60,{{Plain}}}"""
            )
        );
    }

    static long WholeMinute() => DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 60 * 60;
}
