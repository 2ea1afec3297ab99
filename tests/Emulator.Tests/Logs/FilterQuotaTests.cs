namespace Emulator.Tests.Logs;

/// <summary>How many filters a log group can have.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html.</remarks>
public sealed class FilterQuotaTests : IAsyncDisposable
{
    const string Refusal = "LimitExceededException: Resource limit exceeded.";

    readonly LogsWorld _world = new();

    [Fact]
    public async Task A_hundred_metric_filters()
    {
        await _world.CreateGroup("g");
        for (var i = 0; i < 100; i++)
        {
            Assert.Equal("{}", await Put($"f{i}", "x"));
        }

        Assert.Equal(Refusal, await Put("f100", "x"));
        Assert.Equal("{}", await Put("f7", "y"));
    }

    [Fact]
    public async Task Five_filters_with_a_regular_expression()
    {
        await _world.CreateGroup("g");
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal("{}", await Put($"f{i}", "%x%"));
        }

        Assert.Equal(Refusal, await Put("f5", "%x%"));
        Assert.Equal("{}", await Put("f4", "%y%"));
        Assert.Equal("{}", await Put("f5", "x"));
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    Task<string> Put(string name, string pattern) =>
        _world.Call(
            "PutMetricFilter",
            $$"""
            {"logGroupName":"g","filterName":"{{name}}","filterPattern":"{{pattern}}",
             "metricTransformations":[{"metricName":"m","metricNamespace":"n","metricValue":"1"}]}
            """
        );
}
