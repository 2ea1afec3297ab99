using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Emulator.Services.CloudWatch.Metrics;
using Emulator.Services.Logs.EmbeddedMetrics;
using Emulator.Services.Logs.Ingestion;
using Emulator.Tests.Support;

namespace Emulator.Tests.Logs.EmbeddedMetrics;

/// <remarks>
/// Limits: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html.
/// </remarks>
public sealed class EmbeddedMetricsTests
{
    const string Document =
        """{"_aws":{"Timestamp":T,"CloudWatchMetrics":[{"Namespace":"N","Dimensions":[["Op"]],"Metrics":[{"Name":"m","Unit":"Milliseconds"}]}]},"Op":"A","m":5}""";

    static readonly string Time = LogsWorld.Start.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    [Theory]
    [CaseFile("embedded-metrics.txt")]
    public void Takes_metrics_out_of_a_document(string old, string replacement, string metrics, string errors) =>
        Assert.Equal((metrics, errors), Read(Change(old, replacement)));

    [Theory]
    [InlineData(100, 100, "none")]
    [InlineData(101, 0, "Validation 1")]
    public void A_directive_defines_a_hundred_metrics(int count, int published, string errors)
    {
        var definitions = string.Join(',', Enumerable.Repeat("""{"Name":"m","Unit":"Milliseconds"}""", count));

        var (metrics, found) = Read(Change("""{"Name":"m","Unit":"Milliseconds"}""", definitions));

        Assert.Equal(published == 0 ? "none" : "N m {Op=A} 100 500 5 5 Milliseconds 60", metrics);
        Assert.Equal(errors, found);
    }

    [Theory]
    [InlineData(30, "none")]
    [InlineData(31, "Validation 1")]
    public void A_set_has_thirty_dimensions(int count, string errors)
    {
        var names = Enumerable.Range(0, count).Select(i => $"\"d{i}\"").ToList();
        var message = Change("""[["Op"]]""", $"[[{string.Join(',', names)}]]")
            .Replace("\"Op\":\"A\"", string.Join(',', names.Select(name => $"{name}:\"v\"")), StringComparison.Ordinal);

        var (metrics, found) = Read(message);

        Assert.Equal(errors == "none", metrics != "none");
        Assert.Equal(errors, found);
    }

    [Theory]
    [InlineData(1024, "none")]
    [InlineData(1025, "Validation 1")]
    public void The_value_of_a_dimension_has_1024_characters(int length, string errors) =>
        Assert.Equal(errors, Read(Change("\"A\"", $"\"{new string('x', length)}\"")).Errors);

    // The limit of PutMetricData: a longer name could not be asked for.
    [Theory]
    [InlineData(255, "none")]
    [InlineData(256, "Validation 1")]
    public void The_name_of_a_metric_has_255_characters(int length, string errors)
    {
        var name = new string('m', length);
        var message = Change("\"Name\":\"m\"", $"\"Name\":\"{name}\"")
            .Replace("\"m\":5", $"\"{name}\":5", StringComparison.Ordinal);

        Assert.Equal(errors, Read(message).Errors);
    }

    [Theory]
    [InlineData(100, "none")]
    [InlineData(101, "Validation 1")]
    public void A_metric_has_a_hundred_values(int count, string errors) =>
        Assert.Equal(
            errors,
            Read(Change("\"m\":5", $"\"m\":[{string.Join(',', Enumerable.Repeat("1", count))}]")).Errors
        );

    [Fact]
    public async Task PutLogEvents_publishes_at_the_time_of_the_document_and_stores_the_message_as_it_is()
    {
        await using var world = new LogsWorld();
        await world.CreateGroup("g", "s");
        var message = Change("", "").Replace(Time, $"{world.Now - 120_000}", StringComparison.Ordinal);

        await Put(world, message, "a line", Change("\"m\":5", "\"m\":\"5\""), Change("\"Timestamp\":T,", ""));

        Assert.Equal("08:58 1 5 5 5 Milliseconds", world.Metric("N", "m", ("Op", "A")));
        Assert.Equal("09:00 1 1 1 1 Count", world.Metric("AWS/Logs", "EMFValidationErrors", ("LogGroupName", "g")));
        Assert.Equal("09:00 1 1 1 1 Count", world.Metric("AWS/Logs", "EMFParsingErrors", ("LogGroupName", "g")));
        var events = JsonNode.Parse(await world.Call("FilterLogEvents", """{"logGroupName":"g"}"""))!["events"]!;
        Assert.Equal(message, (string)events[0]!["message"]!);
    }

    [Fact]
    public async Task Log_groups_of_infrequent_access_publish_nothing()
    {
        await using var world = new LogsWorld();
        await world.Call("CreateLogGroup", """{"logGroupName":"g","logGroupClass":"INFREQUENT_ACCESS"}""");
        await world.CreateGroup("g", "s");

        await Put(world, Change("", ""));

        Assert.Equal("none", world.Metric("N", "m", ("Op", "A")));
    }

    /// <summary>The document with parts replaced; <c>␀</c> separates several.</summary>
    static string Change(string old, string replacement)
    {
        var message = Document;
        foreach (var (part, other) in old.Split('␀').Zip(replacement.Split('␀')))
        {
            message = part.Length == 0 ? message : message.Replace(part, other, StringComparison.Ordinal);
        }

        return message.Replace("\"Timestamp\":T", $"\"Timestamp\":{Time}", StringComparison.Ordinal);
    }

    static async Task Put(LogsWorld world, params string[] messages)
    {
        var events = new JsonArray([
            .. messages.Select(message => new JsonObject { ["timestamp"] = world.Now, ["message"] = message }),
        ]);
        var request = new JsonObject
        {
            ["logGroupName"] = "g",
            ["logStreamName"] = "s",
            ["logEvents"] = events,
        };
        Assert.StartsWith("""{"nextSequenceToken":""", await world.Call("PutLogEvents", request.ToJsonString()));
    }

    static (string Metrics, string Errors) Read(string message)
    {
        var collector = new SampleCollector();
        var reader = new EmbeddedMetricsReader(collector, LogsWorld.Start);
        var parsingErrors = 0;
        using var document = EmbeddedDocument.Recognise(Encoding.UTF8.GetBytes(message));
        try
        {
            if (document is not null)
            {
                reader.Read(document);
            }
        }
        catch (Exception error) when (EmbeddedForm.IsBroken(error))
        {
            parsingErrors = 1;
        }

        var metrics = string.Join("; ", collector.ToSamples().Select(Show));
        return (
            metrics.Length == 0 ? "none" : metrics,
            parsingErrors > 0 ? $"Parsing {parsingErrors}"
            : reader.ValidationErrors > 0 ? $"Validation {reader.ValidationErrors}"
            : "none"
        );
    }

    static string Show(MetricSample sample) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{sample.Key} {sample.Bucket.Count} {sample.Bucket.Sum} {sample.Bucket.Minimum} {sample.Bucket.Maximum} {sample.Unit} {sample.Resolution}"
        );
}
