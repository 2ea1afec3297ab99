using Emulator.Tests.CloudWatch.Metrics;

namespace Emulator.Tests.CloudWatch.Operations;

/// <summary>Limits of Contributor Insights rules: dashboards-and-more.md §6.1. What rules find is in contributor-insights.scenario.</summary>
public sealed class InsightRuleTests : IAsyncDisposable
{
    const string Definition = """
        {"Schema":{"Name":"CloudWatchLogRule","Version":1},"LogGroupNames":["g"],"LogFormat":"JSON","AggregateOn":"Count",
         "Contribution":{"Keys":["$.a"]}}
        """;

    readonly MetricWorld _world = new();
    readonly CloudWatchApi _api;

    public InsightRuleTests() => _api = new CloudWatchApi(() => _world.Engine);

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task There_are_at_most_100_rules_and_each_can_still_be_changed()
    {
        for (var i = 0; i < 100; i++)
        {
            await _api.CallAsync("PutInsightRule", new { RuleName = $"r{i}", RuleDefinition = Definition });
        }

        Assert.StartsWith(
            "LimitExceededException: ",
            await _api.FailAsync("PutInsightRule", new { RuleName = "one more", RuleDefinition = Definition })
        );
        await _api.CallAsync(
            "PutInsightRule",
            new
            {
                RuleName = "r0",
                RuleDefinition = Definition,
                RuleState = "DISABLED",
            }
        );
    }

    [Theory]
    [InlineData(8192, true)]
    [InlineData(8193, false)]
    public async Task A_definition_has_at_most_8192_characters(int length, bool isAccepted)
    {
        var request = new { RuleName = "r", RuleDefinition = Definition.PadRight(length) };

        if (isAccepted)
        {
            await _api.CallAsync("PutInsightRule", request);
        }
        else
        {
            Assert.StartsWith("ValidationError: ", await _api.FailAsync("PutInsightRule", request));
        }
    }
}
