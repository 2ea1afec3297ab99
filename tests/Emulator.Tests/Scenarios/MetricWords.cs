using System.Globalization;
using System.Text.Json.Nodes;

namespace Emulator.Tests.Scenarios;

/// <summary>What <c>put</c> and <c>metric</c> stand for: the requests, and a short form of the answer.</summary>
static class MetricWords
{
    const string Gap = "-";

    const string UnitColumn = "Unit";

    static readonly string[] Plain = ["SampleCount", "Sum", "Average", "Minimum", "Maximum"];

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
    /// <returns>One input for plain and one for extended statistics, or the one of them that is wanted.</returns>
    public static (IReadOnlyList<JsonObject> Inputs, IReadOnlyList<string> Columns) Question(
        Words words,
        ScenarioTime time
    )
    {
        var input = words.TakeMetric();
        var period = ScenarioTime.ParseSpan(words.Take("a period"));
        var columns = words.TakeWhile(word => word is not ("from" or "to"));
        input["StartTime"] = Seconds(time.Parse(words.TakeAfter("from") ?? "now-21h"));
        input["EndTime"] = Seconds(time.Parse(words.TakeAfter("to") ?? "now+3h"));
        input["Period"] = (int)period.TotalSeconds;
        words.RequireEnd();

        var statistics = columns.Where(column => column != UnitColumn).ToLookup(column => Plain.Contains(column));
        return ([.. statistics.Select(kind => Asking(kind.Key ? "Statistics" : "ExtendedStatistics", kind))], columns);

        JsonObject Asking(string member, IEnumerable<string> wanted)
        {
            var asking = (JsonObject)input.DeepClone();
            asking[member] = new JsonArray([.. wanted.Select(JsonNode (statistic) => statistic)]);
            return asking;
        }
    }

    /// <summary>Answers of GetMetricStatistics to one question: <c>2026-01-05T09:00:00Z 5 10; …</c> by time, or <c>none</c>.</summary>
    public static string Print(IEnumerable<string> answers, IReadOnlyList<string> columns)
    {
        var points = answers
            .SelectMany(answer => JsonNode.Parse(answer)!["Datapoints"]!.AsArray())
            .GroupBy(point => (Time: (double)point!["Timestamp"]!, Unit: (string)point[UnitColumn]!))
            .OrderBy(point => point.Key.Time);
        var lines = points.Select(point =>
            string.Join(' ', columns.Select(column => Column(point, column)).Prepend(Time(point.Key.Time)))
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

    static string Column(IEnumerable<JsonNode?> parts, string column) =>
        parts
            .Select(part => part![column] ?? part["ExtendedStatistics"]?[column])
            .FirstOrDefault(value => value is not null) switch
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
