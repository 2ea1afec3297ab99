using System.Globalization;
using System.Text.Json;
using Emulator.Tests.Support;

namespace Emulator.Tests.CloudWatch.Alarms;

/// <summary>The tables of missing data, played: alarms on data that are there, evaluated by the clock.</summary>
public sealed class MissingDataTests
{
    const int Period = 300;

    static readonly string[] Treatments = ["missing", "ignore", "breaching", "notBreaching"];

    static readonly string[] States = ["OK", "ALARM"];

    // Sources: the table's own. With a period of five minutes the range is two buckets longer than what is evaluated.
    [Theory, CaseFile("alarm-states.txt")]
    public async Task An_alarm_takes_the_documented_state(
        string data,
        string datapoints,
        string missing,
        string ignore,
        string breaching,
        string notBreaching
    )
    {
        await using var emulator = await TestEmulator.StartAsync();
        var evaluation = emulator.Now.AddMinutes(1);
        await PutAsync(emulator, data.Split(' '), evaluation);
        string[] expected = [missing, ignore, breaching, notBreaching];
        var parts = datapoints.Split('/').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToList();
        foreach (var treatment in Treatments)
        {
            foreach (var state in States)
            {
                await PutAlarmAsync(emulator, $"{treatment} {state}", treatment, parts[0], parts[1], state);
            }
        }

        await emulator.AdvanceAsync(TimeSpan.FromMinutes(1));

        foreach (var (treatment, result) in Treatments.Zip(expected))
        {
            foreach (var state in States)
            {
                var found = await StateAsync(emulator, $"{treatment} {state}");
                Assert.Equal((treatment, state, result == "keep" ? state : result), (treatment, state, found));
            }
        }
    }

    static async Task PutAsync(TestEmulator emulator, string[] data, DateTimeOffset end)
    {
        for (var i = 0; i < data.Length; i++)
        {
            if (data[^(i + 1)] is var point and not "-")
            {
                var time = end.AddSeconds(-Period * (i + 1)).ToUnixTimeSeconds();
                await emulator.CallAsync(
                    "PutMetricData",
                    $$"""{"Namespace":"N","MetricData":[{"MetricName":"M","Timestamp":{{time}},"Value":{{(point == "X" ? 3 : 1)}}}]}"""
                );
            }
        }
    }

    static async Task PutAlarmAsync(
        TestEmulator emulator,
        string name,
        string treatment,
        int needed,
        int periods,
        string state
    )
    {
        await emulator.CallAsync(
            "PutMetricAlarm",
            $$"""
            {"AlarmName":"{{name}}","Namespace":"N","MetricName":"M","Statistic":"Average","Period":{{Period}},"Threshold":2,
             "ComparisonOperator":"GreaterThanThreshold","EvaluationPeriods":{{periods}},"DatapointsToAlarm":{{needed}},
             "TreatMissingData":"{{treatment}}"}
            """
        );
        await emulator.CallAsync(
            "SetAlarmState",
            $$"""{"AlarmName":"{{name}}","StateValue":"{{state}}","StateReason":"before"}"""
        );
    }

    static async Task<string?> StateAsync(TestEmulator emulator, string name)
    {
        var answer = await emulator.CallAsync("DescribeAlarms", $$"""{"AlarmNames":["{{name}}"]}""");
        return JsonDocument
            .Parse(answer)
            .RootElement.GetProperty("MetricAlarms")[0]
            .GetProperty("StateValue")
            .GetString();
    }
}
