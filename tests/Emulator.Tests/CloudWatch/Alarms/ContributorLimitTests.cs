using Emulator.Services.CloudWatch.Metrics;
using Emulator.Tests.CloudWatch.Metrics;

namespace Emulator.Tests.CloudWatch.Alarms;

/// <summary>How many time series of an alarm can be in ALARM: user guide, "Limits that apply to alarms based on Metrics Insights queries".</summary>
public sealed class ContributorLimitTests : IAsyncDisposable
{
    readonly MetricWorld _world = new();
    readonly CloudWatchApi _api;

    public ContributorLimitTests() => _api = new CloudWatchApi(() => _world.Engine);

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_hundred_are_in_ALARM_at_a_time_and_others_follow_when_there_is_a_place()
    {
        await _api.CallAsync(
            "PutMetricAlarm",
            """
            {"AlarmName":"a","EvaluationPeriods":1,"Threshold":10,"ComparisonOperator":"GreaterThanThreshold",
             "Metrics":[{"Id":"q","Expression":"SELECT MAX(M) FROM N GROUP BY host ORDER BY MAX() DESC","Period":60}]}
            """
        );

        await PassMinuteAsync(breaching: 105);

        Assert.Equal("100+ time series evaluated to ALARM", await ReasonAsync());
        Assert.Equal(100, await ContributorsAsync());

        await PassMinuteAsync(breaching: 95);
        await PassMinuteAsync(breaching: 95);

        Assert.Equal(95, await ContributorsAsync());
    }

    /// <summary>Lets a minute pass in which the last of 105 hosts are above the threshold.</summary>
    async Task PassMinuteAsync(int breaching)
    {
        await _world.Metrics.PublishAsync(
            [
                .. Enumerable
                    .Range(0, 105)
                    .Select(i =>
                        MetricSample.Of(
                            MetricWorld.Key($"host=h{i:000}"),
                            _world.Now,
                            i < 105 - breaching ? 1 : 20,
                            "None"
                        )
                    ),
            ],
            _world.Now
        );
        await _world.AdvanceAsync(TimeSpan.FromMinutes(1));
    }

    async Task<string?> ReasonAsync()
    {
        var answer = await _api.CallAsync("DescribeAlarms", "{}");
        return answer.GetProperty("MetricAlarms")[0].GetProperty("StateReason").GetString();
    }

    async Task<int> ContributorsAsync()
    {
        var answer = await _api.CallAsync("DescribeAlarmContributors", """{"AlarmName":"a"}""");
        return answer.GetProperty("AlarmContributors").GetArrayLength();
    }
}
