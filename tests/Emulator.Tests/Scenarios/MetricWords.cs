using System.Globalization;
using System.Text.Json.Nodes;

namespace Emulator.Tests.Scenarios;

/// <summary>What <c>put</c> and <c>metric</c> stand for: the requests, and a short form of the answer.</summary>
static class MetricWords
{
    const string Gap = "-";

    static readonly string[] Simple = ["SampleCount", "Sum", "Average", "Minimum", "Maximum"];

    /// <summary><c>NAMESPACE METRIC VALUE… [UNIT] [at TIME] [every SPAN] [resolution SPAN]</c>, as input of PutMetricData.</summary>
    public static JsonObject Put(Words words, ScenarioTime time)
    {
        var metric = words.TakeMetric();
        var values = words.TakeWhile(word => word == Gap || IsNumber(word));
        var unit = words.TakeWhile(word => word is not ("at" or "every" or "resolution"));
        var at = time.Parse(words.TakeAfter("at") ?? "now");
        var step = words.TakeAfter("every") is { } every ? ScenarioTime.ParseSpan(every) : TimeSpan.Zero;
        var resolution = words.TakeAfter("resolution") is { } length
            ? ScenarioTime.ParseSpan(length)
            : TimeSpan.FromMinutes(1);
        words.RequireEnd();
        if (values.Count == 0 || unit.Count > 1)
        {
            throw new FormatException("After a metric come its values, numbers or -, and at most one unit.");
        }

        var data = values
            .Index()
            .Where(value => value.Item != Gap)
            .Select(
                JsonNode (value) =>
                    new JsonObject
                    {
                        ["MetricName"] = metric["MetricName"]!.DeepClone(),
                        ["Dimensions"] = metric["Dimensions"]!.DeepClone(),
                        ["Timestamp"] = Seconds(at + value.Index * step),
                        ["Value"] = double.Parse(value.Item, CultureInfo.InvariantCulture),
                        ["Unit"] = unit is [var given] ? given : "None",
                        ["StorageResolution"] = (int)resolution.TotalSeconds,
                    }
            );
        return new JsonObject
        {
            ["Namespace"] = metric["Namespace"]!.DeepClone(),
            ["MetricData"] = new JsonArray([.. data]),
        };
    }

    /// <summary><c>NAMESPACE METRIC PERIOD COLUMN… [from TIME] [to TIME]</c>, as input of GetMetricStatistics, and the columns.</summary>
    public static (JsonObject Input, IReadOnlyList<string> Columns) Question(Words words, ScenarioTime time)
    {
        var input = words.TakeMetric();
        var period = ScenarioTime.ParseSpan(words.Take("a period"));
        var columns = words.TakeWhile(word => word is not ("from" or "to"));
        input["StartTime"] = Seconds(time.Parse(words.TakeAfter("from") ?? "now-21h"));
        input["EndTime"] = Seconds(time.Parse(words.TakeAfter("to") ?? "now+3h"));
        input["Period"] = (int)period.TotalSeconds;
        words.RequireEnd();

        Add("Statistics", columns.Where(Simple.Contains));
        Add("ExtendedStatistics", columns.Where(column => column != "Unit" && !Simple.Contains(column)));
        return (input, columns);

        void Add(string member, IEnumerable<string> statistics)
        {
            if (statistics.Any())
            {
                input[member] = new JsonArray([.. statistics.Select(JsonNode (statistic) => statistic)]);
            }
        }
    }

    /// <summary>An answer of GetMetricStatistics: <c>2026-01-05T09:00:00Z 5 10; …</c> by time, or <c>none</c>.</summary>
    public static string Print(string answer, IReadOnlyList<string> columns)
    {
        var points = JsonNode.Parse(answer)!["Datapoints"]!.AsArray().OrderBy(point => (double)point!["Timestamp"]!);
        var lines = points.Select(point =>
            string.Join(
                ' ',
                columns.Select(column => Column(point!, column)).Prepend(Time((double)point!["Timestamp"]!))
            )
        );
        return string.Join("; ", lines) is { Length: > 0 } text ? text : "none";
    }

    /// <summary>An expected answer, sign first, in the form of <see cref="Print"/>; its times may be of any form.</summary>
    public static string Expand(string expected, ScenarioTime time)
    {
        var (sign, text) = (expected[0], expected[1..].Trim());
        if (text == "none" || char.IsAsciiLetterUpper(text[0]))
        {
            return expected;
        }

        var points = text.Split(';', StringSplitOptions.TrimEntries)
            .Select(point => point.Split(' ', 2))
            .Select(words => string.Join(' ', words[1..].Prepend(Time(time.Parse(words[0]).ToUnixTimeSeconds()))));
        return $"{sign} {string.Join("; ", points)}";
    }

    static string Column(JsonNode point, string column) =>
        (point[column] ?? point["ExtendedStatistics"]?[column]) switch
        {
            null => Gap,
            JsonValue value when value.TryGetValue<double>(out var number) => number.ToString(
                "R",
                CultureInfo.InvariantCulture
            ),
            var text => text.GetValue<string>(),
        };

    static bool IsNumber(string word) => double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    static decimal Seconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds() / 1000m;

    static string Time(double seconds) =>
        DateTimeOffset
            .FromUnixTimeSeconds((long)seconds)
            .ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
