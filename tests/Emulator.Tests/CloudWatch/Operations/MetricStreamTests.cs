using Emulator.Tests.CloudWatch.Metrics;

namespace Emulator.Tests.CloudWatch.Operations;

/// <summary>Limits of metric streams: dashboards-and-more.md §4.1. What streams send is in metric-streams.scenario.</summary>
public sealed class MetricStreamTests : IAsyncDisposable
{
    readonly MetricWorld _world = new();
    readonly CloudWatchApi _api;

    public MetricStreamTests() => _api = new CloudWatchApi(() => _world.Engine);

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Theory]
    [InlineData(999, null)]
    [InlineData(
        1000,
        "InvalidParameterValue: The filters of a stream must not have more than 1000 namespaces and metric names."
    )]
    public Task Filters_have_at_most_1000_names(int metricNames, string? refusal) =>
        PutAsync(refusal, filters: [new { Namespace = "N", MetricNames = Names(metricNames) }]);

    [Theory]
    [InlineData(100, 1, 1, null)]
    [InlineData(101, 1, 1, "The collection StatisticsConfigurations must not have a size greater than 100.")]
    [InlineData(1, 100, 20, null)]
    [InlineData(
        1,
        101,
        1,
        "The collection StatisticsConfigurations.member.1.IncludeMetrics must not have a size greater than 100."
    )]
    [InlineData(
        1,
        1,
        21,
        "The collection StatisticsConfigurations.member.1.AdditionalStatistics must not have a size greater than 20."
    )]
    public Task Additional_statistics_have_limits(int configurations, int metrics, int statistics, string? refusal) =>
        PutAsync(
            refusal is null ? null : $"InvalidParameterValue: {refusal}",
            configurations: Enumerable
                .Repeat(
                    (object)
                        new
                        {
                            IncludeMetrics = Names(metrics).Select(name => new { Namespace = "N", MetricName = name }),
                            AdditionalStatistics = Enumerable.Range(1, statistics).Select(percent => $"p{percent}"),
                        },
                    configurations
                )
                .ToArray()
        );

    static string[] Names(int count) => [.. Enumerable.Range(0, count).Select(i => $"m{i}")];

    async Task PutAsync(string? refusal, object[]? filters = null, object[]? configurations = null)
    {
        var request = new
        {
            Name = "s",
            FirehoseArn = "arn:aws:firehose:us-east-1:000000000000:deliverystream/s",
            RoleArn = "arn:aws:iam::000000000000:role/r",
            OutputFormat = "json",
            IncludeFilters = filters ?? [],
            StatisticsConfigurations = configurations ?? [],
        };

        if (refusal is null)
        {
            await _api.CallAsync("PutMetricStream", request);
        }
        else
        {
            Assert.Equal(refusal, await _api.FailAsync("PutMetricStream", request));
        }
    }
}
