using System.Text.Json;
using Emulator.Tests.Support;

namespace Emulator.Tests.CloudWatch.Dashboards;

// Sources: the API pages of PutDashboard, GetDashboard, ListDashboards and DeleteDashboards; recordings of AWS for the text of a wrong name and for Size.
public class DashboardTests
{
    static Task<string> PutAsync(TestEmulator emulator, string name, string body) =>
        emulator.CallAsync(
            "PutDashboard",
            $$"""{"DashboardName":"{{name}}","DashboardBody":{{JsonSerializer.Serialize(body)}}}"""
        );

    static async Task<string?> BodyAsync(TestEmulator emulator, string name) =>
        JsonDocument
            .Parse(await emulator.CallAsync("GetDashboard", $$"""{"DashboardName":"{{name}}"}"""))
            .RootElement.GetProperty("DashboardBody")
            .GetString();

    [Fact]
    public async Task Returns_the_body_as_it_was_put()
    {
        await using var emulator = await TestEmulator.StartAsync();
        const string body = " {\"widgets\":  []}\n";

        var answer = await PutAsync(emulator, "d1", body);

        Assert.Equal("""{"DashboardValidationMessages":[]}""", answer);
        Assert.Equal(body, await BodyAsync(emulator, "d1"));
    }

    [Fact]
    public async Task Is_global_and_has_no_region_in_its_ARN()
    {
        await using var emulator = await TestEmulator.StartAsync();
        await PutAsync(emulator, "d1", """{"widgets":[]}""");
        emulator.Region = "eu-west-1";
        await PutAsync(emulator, "d1", """{"widgets":[ ]}""");
        emulator.Region = "us-east-1";

        var answer = await emulator.CallAsync("GetDashboard", """{"DashboardName":"d1"}""");

        Assert.Equal(
            """{"DashboardArn":"arn:aws:cloudwatch::123456789012:dashboard/d1","DashboardBody":"{\"widgets\":[ ]}","DashboardName":"d1"}""",
            answer
        );
    }

    [Fact]
    public async Task Survives_a_restart()
    {
        await using var emulator = await TestEmulator.StartAsync();
        await PutAsync(emulator, "d1", """{"widgets":[]}""");

        await emulator.RestartAsync();

        Assert.Equal("""{"widgets":[]}""", await BodyAsync(emulator, "d1"));
    }

    [Fact]
    public async Task Lists_by_prefix_with_the_size_in_bytes()
    {
        await using var emulator = await TestEmulator.StartAsync();
        await PutAsync(emulator, "b2", """{"widgets":[]}""");
        await PutAsync(emulator, "b1", """{"widgets":[],"start":"-PT3H"}""");
        await PutAsync(emulator, "a1", """{"widgets":[]}""");

        var list = await emulator.CallAsync("ListDashboards", """{"DashboardNamePrefix":"b"}""");

        const string arn = "arn:aws:cloudwatch::123456789012:dashboard/";
        Assert.Equal(
            $$"""{"DashboardEntries":[{"DashboardName":"b1","DashboardArn":"{{arn}}b1","LastModified":1.7676036E9,"Size":30},{"DashboardName":"b2","DashboardArn":"{{arn}}b2","LastModified":1.7676036E9,"Size":14}]}""",
            list
        );
        Assert.Equal(
            """{"DashboardEntries":[]}""",
            await emulator.CallAsync("ListDashboards", """{"DashboardNamePrefix":"B"}""")
        );
    }

    [Fact]
    public async Task Lists_a_thousand_to_a_page()
    {
        await using var emulator = await TestEmulator.StartAsync();
        for (var i = 0; i < 1001; i++)
        {
            await PutAsync(emulator, $"d{i:D4}", """{"widgets":[]}""");
        }

        using var first = JsonDocument.Parse(await emulator.CallAsync("ListDashboards", "{}"));
        var token = first.RootElement.GetProperty("NextToken").GetString();
        using var second = JsonDocument.Parse(
            await emulator.CallAsync("ListDashboards", $$"""{"NextToken":"{{token}}"}""")
        );

        Assert.Equal(1000, first.RootElement.GetProperty("DashboardEntries").GetArrayLength());
        var last = Assert.Single(second.RootElement.GetProperty("DashboardEntries").EnumerateArray());
        Assert.Equal("d1000", last.GetProperty("DashboardName").GetString());
        Assert.False(second.RootElement.TryGetProperty("NextToken", out _));
    }

    [Fact]
    public async Task Deletes_what_exists_and_names_what_does_not()
    {
        await using var emulator = await TestEmulator.StartAsync();
        await PutAsync(emulator, "d1", """{"widgets":[]}""");

        var refusal = await emulator.RefusalAsync("DeleteDashboards", """{"DashboardNames":["d1","nope"]}""");

        Assert.Equal(("ResourceNotFound", 404), (refusal.QueryCode, refusal.Status));
        Assert.Equal("The specified dashboard does not exist. [nope]", refusal.Text);
        Assert.Equal("""{"DashboardEntries":[]}""", await emulator.CallAsync("ListDashboards", "{}"));
    }

    [Theory]
    [InlineData("PutDashboard", """{"DashboardBody":"{}"}""", "MissingParameter")]
    [InlineData("PutDashboard", """{"DashboardName":"a"}""", "MissingParameter")]
    [InlineData("DeleteDashboards", """{"DashboardNames":[]}""", "MissingParameter")]
    [InlineData("GetDashboard", """{"DashboardName":"nope"}""", "ResourceNotFound")]
    [InlineData("ListDashboards", """{"NextToken":"x"}""", "InvalidParameterValue")]
    [InlineData("ListDashboards", """{"DashboardNamePrefix":"a b"}""", "InvalidParameterValue")]
    public async Task Refuses_a_wrong_request(string operation, string json, string code)
    {
        await using var emulator = await TestEmulator.StartAsync();

        Assert.Equal(code, (await emulator.RefusalAsync(operation, json)).QueryCode);
    }

    [Fact]
    public async Task Refuses_a_name_with_a_blank()
    {
        await using var emulator = await TestEmulator.StartAsync();

        var refusal = await emulator.RefusalAsync(
            "PutDashboard",
            """{"DashboardName":"my dash","DashboardBody":"{}"}"""
        );

        Assert.Equal("InvalidParameterValue", refusal.QueryCode);
        Assert.Equal(
            "The value for field DashboardName contains invalid characters. It can only contain alphanumerics, dash (-) and underscore (_).\n",
            refusal.Text
        );
    }

    // API_PutDashboard: tags of a dashboard that exists are not changed.
    [Fact]
    public async Task Takes_tags_when_it_is_made_and_loses_them_with_it()
    {
        await using var emulator = await TestEmulator.StartAsync();
        const string list = """{"ResourceARN":"arn:aws:cloudwatch::123456789012:dashboard/d"}""";
        const string put = """
            {"DashboardName":"d","DashboardBody":"{\"widgets\":[]}","Tags":[{"Key":"k","Value":"VALUE"}]}
            """;

        await emulator.CallAsync("PutDashboard", put);
        await emulator.CallAsync("PutDashboard", put.Replace("VALUE", "other"));
        var kept = await emulator.CallAsync("cloudwatch:ListTagsForResource", list);
        await emulator.CallAsync("DeleteDashboards", """{"DashboardNames":["d"]}""");

        Assert.Equal("""{"Tags":[{"Key":"k","Value":"VALUE"}]}""", kept);
        Assert.Equal("""{"Tags":[]}""", await emulator.CallAsync("cloudwatch:ListTagsForResource", list));
    }
}
