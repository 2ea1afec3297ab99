using System.Text.Json;
using Emulator.Protocol.Json;
using Emulator.Services.CloudWatch.Dashboards.Body;
using Emulator.Services.CloudWatch.Shapes;
using Emulator.Tests.Support;

namespace Emulator.Tests.CloudWatch.Dashboards;

public class DashboardBodyTests
{
    static JsonTree Json(string text) =>
        JsonTree.TryParse(text, out var tree) ? tree : throw new ArgumentException($"Not JSON: {text}");

    static BodyReport Check(string body) => DashboardBody.Check(Json(body));

    static string Repeat(string text, int count) => string.Join(',', Enumerable.Repeat(text, count));

    [Theory, CaseFile("dashboard-bodies.txt")]
    public void Says_what_is_wrong(string piece, string json, string expected)
    {
        var (before, after, path) = piece switch
        {
            "body" => ("", "", ""),
            "widget" => ("""{"widgets":[""", "]}", "/widgets/0"),
            "properties" => (
                """{"widgets":[{"type":"metric","properties":{"region":"us-east-1",""",
                "}]}",
                "/widgets/0/properties"
            ),
            "metrics" => (
                """{"widgets":[{"type":"metric","properties":{"region":"r","metrics":""",
                "}}]}",
                "/widgets/0/properties/metrics"
            ),
            "annotations" => (
                """{"widgets":[{"type":"metric","properties":{"region":"r","metrics":[],"annotations":""",
                "}}]}",
                "/widgets/0/properties/annotations"
            ),
            "variable" => ("""{"widgets":[],"variables":[""", "]}", "/variables/0"),
            _ => throw new ArgumentException(piece),
        };
        if (piece == "properties")
        {
            json = json == "{}" ? "\"accountId\":\"1\"}" : json[1..];
        }

        if (piece == "annotations" && json.Contains("alarms"))
        {
            before = before.Replace("\"metrics\":[],", "");
        }

        var report = Check(before + json + after);

        var found = report
            .Errors.Select(message => Show(message, path))
            .Concat(report.Warnings.Select(message => $"warning {Show(message, path)}"));
        Assert.Equal(expected == "ok" ? "" : expected, string.Join(" | ", found));
    }

    static string Show(DashboardValidationMessage message, string path) =>
        $"{message.DataPath![path.Length..]}: {message.Message}";

    [Theory]
    [InlineData("widgets", """{"type":"text","properties":{"markdown":""}}""", 500)]
    [InlineData("variables", """{"type":"property","property":"p","inputType":"input","id":"i"}""", 25)]
    public void Bounds_its_lists(string list, string item, int limit)
    {
        var rest = list == "widgets" ? "" : "\"widgets\":[],";

        Assert.Empty(Check($$"""{{{rest}}"{{list}}":[{{Repeat(item, limit)}}]}""").Errors);
        var error = Assert.Single(Check($$"""{{{rest}}"{{list}}":[{{Repeat(item, limit + 1)}}]}""").Errors);
        Assert.Equal(($"/{list}", $"Should NOT have more than {limit} items"), (error.DataPath, error.Message));
    }

    // User guide, "CloudWatch service quotas": 500 metrics per widget, 2500 per dashboard.
    [Theory]
    [InlineData(1, 500, "")]
    [InlineData(1, 501, "/widgets/0/properties/metrics")]
    [InlineData(5, 500, "")]
    [InlineData(6, 417, "/widgets")]
    public void Bounds_its_metrics(int widgets, int metrics, string path)
    {
        var list = Repeat("""["N","M"]""", metrics);
        var widget = $$$"""{"type":"metric","properties":{"region":"r","metrics":[{{{list}}}]}}""";

        var errors = Check($$"""{"widgets":[{{Repeat(widget, widgets)}}]}""").Errors;

        Assert.Equal(path, string.Join(' ', errors.Select(error => error.DataPath)));
    }

    // API reference, the example of PutDashboard that abbreviates metrics.
    [Fact]
    public void Resolves_what_entries_take_from_the_one_before()
    {
        var metrics = Json("""[["N","M","D","a"],["...","b"],[".",".",".","c",{"stat":"Sum"}]]""");

        var entries = MetricEntries.Read(metrics, "", new BodyReport());

        Assert.Equal(["N/M/D/a", "N/M/D/b", "N/M/D/c"], entries.Select(entry => string.Join('/', entry.Metric)));
        Assert.Equal(new JsonTree.String("Sum"), entries[2].Options!["stat"]);
    }

    // Form of the text: reports of users, quoted in public issues.
    [Fact]
    public async Task Refuses_a_wrong_body_with_a_list_of_its_mistakes()
    {
        await using var emulator = await TestEmulator.StartAsync();
        var body = JsonSerializer.Serialize(
            """{"widgets":[{"type":"metric","properties":{"region":"r","metrics":["a","b"]}}]}"""
        );

        var refusal = await emulator.RefusalAsync(
            "PutDashboard",
            $$"""{"DashboardName":"d","DashboardBody":{{body}}}"""
        );

        Assert.Equal("InvalidParameterInput", refusal.QueryCode);
        Assert.Equal(
            """
            The dashboard body is invalid, there are 2 validation errors:
            [
              {
                "dataPath": "/widgets/0/properties/metrics/0",
                "message": "Should be array"
              },
              {
                "dataPath": "/widgets/0/properties/metrics/1",
                "message": "Should be array"
              }
            ]
            """,
            refusal.Text
        );
        Assert.Equal("""{"DashboardEntries":[]}""", await emulator.CallAsync("ListDashboards", "{}"));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("")]
    public async Task Refuses_what_is_no_JSON_object(string body)
    {
        await using var emulator = await TestEmulator.StartAsync();

        var refusal = await emulator.RefusalAsync(
            "PutDashboard",
            $$"""{"DashboardName":"d","DashboardBody":"{{body}}"}"""
        );

        Assert.Equal("InvalidParameterInput", refusal.QueryCode);
    }

    [Fact]
    public async Task Stores_a_body_with_warnings_and_returns_them()
    {
        await using var emulator = await TestEmulator.StartAsync();

        var answer = await emulator.CallAsync(
            "PutDashboard",
            """{"DashboardName":"d","DashboardBody":"{\"widgets\":[],\"colour\":1}"}"""
        );

        Assert.Equal(
            """{"DashboardValidationMessages":[{"DataPath":"","Message":"Should NOT have additional properties"}]}""",
            answer
        );
        Assert.Contains("colour", await emulator.CallAsync("GetDashboard", """{"DashboardName":"d"}"""));
    }
}
