using System.Text.Json;
using Emulator.Services.Deliveries;
using Emulator.Tests.CloudWatch.Metrics;

namespace Emulator.Tests.CloudWatch.Alarms;

/// <summary>A crash while the clock is being moved: what has happened has happened, and happens once.</summary>
public sealed class AlarmCrashTests : IAsyncDisposable
{
    const int Minutes = 100;
    const int Swing = 10;
    const string Topic = "arn:aws:sns:us-east-1:000000000000:t";

    readonly MetricWorld _world = new();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_crash_in_the_middle_of_an_advance_neither_loses_nor_repeats_a_transition_or_an_action()
    {
        await _world.Engine.Scheduler.SetAsync(MetricWorld.Start, 0);
        for (var minute = 0; minute < Minutes; minute++)
        {
            await _world.PutAsync(MetricWorld.Start.AddMinutes(minute), IsHigh(minute) ? 5 : 0);
        }

        await CallAsync(
            "PutMetricAlarm",
            $$"""
            {"AlarmName":"a","Namespace":"N","MetricName":"M","Statistic":"Sum","Period":60,"EvaluationPeriods":1,"Threshold":1,
             "ComparisonOperator":"GreaterThanThreshold","AlarmActions":["{{Topic}}"]}
            """
        );
        var advance = _world.AdvanceAsync(TimeSpan.FromMinutes(Minutes));

        // Wherever the advance is at this moment.
        await _world.RestartAsync(crash: true);
        await _world.Engine.Scheduler.SetAsync(MetricWorld.Start.AddMinutes(Minutes));
        await advance;

        var expected = Enumerable
            .Range(0, Minutes / Swing)
            .Select(swing => (MetricWorld.Start.AddMinutes(swing * Swing + 1), IsHigh(swing * Swing) ? "ALARM" : "OK"))
            .ToList();
        Assert.Equal(expected, await TransitionsAsync());
        Assert.Equal(expected.Count(one => one.Item2 == "ALARM"), await MessagesAsync());
    }

    static bool IsHigh(int minute) => minute / Swing % 2 == 1;

    async Task<List<(DateTimeOffset, string)>> TransitionsAsync()
    {
        var answer = await CallAsync(
            "DescribeAlarmHistory",
            """{"HistoryItemType":"StateUpdate","ScanBy":"TimestampAscending"}"""
        );
        return
        [
            .. answer
                .GetProperty("AlarmHistoryItems")
                .EnumerateArray()
                .Select(item =>
                    (
                        DateTimeOffset.FromUnixTimeSeconds((long)item.GetProperty("Timestamp").GetDouble()),
                        item.GetProperty("HistorySummary").GetString()!.Split(' ')[^1]
                    )
                ),
        ];
    }

    async Task<int> MessagesAsync() =>
        (await new DeliveryLog(_world.Engine).ListAsync(new DeliveryFilter { Target = Topic })).Count;

    Task<JsonElement> CallAsync(string operation, string input) =>
        new CloudWatchApi(() => _world.Engine).CallAsync(operation, input);
}
