using System.Text.Json;
using Emulator.Tests.CloudWatch.Metrics;

namespace Emulator.Tests.CloudWatch.Operations;

/// <summary>Tags of CloudWatch resources: dashboards-and-more.md §9 and cases C20 to C23.</summary>
public sealed class ResourceTagTests : IAsyncDisposable
{
    const string Lamp = "arn:aws:cloudwatch:us-east-1:000000000000:lamp:desk";

    readonly MetricWorld _world = new();
    readonly CloudWatchApi _api;

    public ResourceTagTests()
    {
        _api = new CloudWatchApi(() => _world.Engine);
        _world.State.Tags.AddType("lamp", name => name is "desk" or "floor");
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact] // C20, C21
    public async Task Tags_keep_the_order_in_which_their_keys_came()
    {
        await TagAsync(Lamp, "Environment=Production");
        await TagAsync(Lamp, "tag1=foo", "tag2=bar");
        await TagAsync(Lamp, "Environment=Test");
        var all = await ListAsync(Lamp);
        await _api.CallAsync("UntagResource", new { ResourceARN = Lamp, TagKeys = new[] { "tag1", "absent" } });

        Assert.Equal(["Environment=Test", "tag1=foo", "tag2=bar"], all);
        Assert.Equal(["Environment=Test", "tag2=bar"], await ListAsync(Lamp));
    }

    [Fact] // C22
    public async Task A_resource_that_does_not_exist_has_no_tags_and_takes_none()
    {
        const string Gone = "arn:aws:cloudwatch:us-east-1:000000000000:lamp:attic";

        Assert.Empty(await ListAsync(Gone));
        Assert.StartsWith("ResourceNotFoundException: ", await RefusalAsync(Gone, "a=b"));
        Assert.StartsWith(
            "ResourceNotFoundException: ",
            await RefusalAsync("arn:aws:cloudwatch:us-east-1:999999999999:lamp:desk", "a=b")
        );
        Assert.StartsWith(
            "ResourceNotFoundException: ",
            await RefusalAsync("arn:aws:cloudwatch:eu-west-1:000000000000:lamp:desk", "a=b")
        );
    }

    [Fact] // C23
    public async Task A_resource_has_at_most_50_tags()
    {
        await TagAsync(Lamp, [.. Enumerable.Range(0, 50).Select(i => $"k{i}=v")]);

        Assert.StartsWith("InvalidParameterValue: ", await RefusalAsync(Lamp, "one=more"));
        Assert.StartsWith(
            "InvalidParameterValue: ",
            await RefusalAsync(Lamp, [.. Enumerable.Range(0, 51).Select(i => $"k{i}=v")])
        );
        Assert.Equal(50, (await ListAsync(Lamp)).Count);
    }

    [Theory]
    [InlineData("lamp")]
    [InlineData("arn:aws:cloudwatch:us-east-1:000000000000:lamp")]
    [InlineData("arn:aws:cloudwatch:us-east-1:000000000000:lamp:")]
    [InlineData("arn:aws:logs:us-east-1:000000000000:log-group:x")]
    public async Task Only_an_ARN_of_CloudWatch_is_taken(string arn) =>
        Assert.StartsWith(
            "InvalidParameterValue: ",
            await _api.FailAsync("ListTagsForResource", new { ResourceARN = arn })
        );

    [Fact]
    public async Task Keys_are_given_once_and_do_not_start_with_aws()
    {
        Assert.StartsWith("InvalidParameterValue: ", await RefusalAsync(Lamp, "a=1", "a=2"));
        Assert.StartsWith("InvalidParameterValue: ", await RefusalAsync(Lamp, "aws:a=1"));
    }

    [Fact]
    public async Task Tags_survive_a_restart()
    {
        await TagAsync(Lamp, "a=1");
        await _world.RestartAsync(crash: true);

        Assert.Equal(["a=1"], await ListAsync(Lamp));
    }

    [Fact]
    public async Task Tags_of_a_dashboard_are_the_same_in_every_region()
    {
        const string Dashboard = "arn:aws:cloudwatch::000000000000:dashboard/main";
        await _api.CallAsync("PutDashboard", new { DashboardName = "main", DashboardBody = """{"widgets":[]}""" });

        await TagAsync(Dashboard, "a=1");
        var elsewhere = await _api.CallAsync(
            "ListTagsForResource",
            new { ResourceARN = Dashboard },
            new("000000000000", "eu-west-1")
        );

        Assert.Equal(1, elsewhere.GetProperty("Tags").GetArrayLength());
    }

    Task<JsonElement> TagAsync(string arn, params string[] tags) => _api.CallAsync("TagResource", Request(arn, tags));

    Task<string> RefusalAsync(string arn, params string[] tags) => _api.FailAsync("TagResource", Request(arn, tags));

    async Task<List<string>> ListAsync(string arn)
    {
        var answer = await _api.CallAsync("ListTagsForResource", new { ResourceARN = arn });
        return
        [
            .. answer
                .GetProperty("Tags")
                .EnumerateArray()
                .Select(tag => $"{tag.GetProperty("Key")}={tag.GetProperty("Value")}"),
        ];
    }

    static object Request(string arn, string[] tags) =>
        new
        {
            ResourceARN = arn,
            Tags = tags.Select(tag => tag.Split('=')).Select(pair => new { Key = pair[0], Value = pair[1] }),
        };
}
