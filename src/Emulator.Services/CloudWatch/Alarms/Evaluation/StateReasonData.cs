using Emulator.Protocol.Json;
using Emulator.Services.CloudWatch.Alarms.Documents;
using Emulator.Services.CloudWatch.Shapes;

namespace Emulator.Services.CloudWatch.Alarms.Evaluation;

/// <summary>Writes the document that goes with the reason of a state.</summary>
/// <remarks>Order of members: recordings of AWS, and the events of <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-and-eventbridge.html"/>.</remarks>
static class StateReasonData
{
    /// <summary>The most characters that the document may have.</summary>
    public const int MaxLength = 4000;

    /// <summary>No point takes less than this many characters.</summary>
    const int ShortestPoint = 44;

    /// <param name="period">Of the alarm, in seconds.</param>
    public static string Of(MetricAlarm alarm, EvaluationRule rule, Evidence evidence, int period, DateTimeOffset at)
    {
        // What does not fit is left out at the old end, so that the document stays one.
        var kept = Math.Min(evidence.Points.Count, MaxLength / ShortestPoint);
        while (true)
        {
            var text = Write(alarm, rule, evidence.Points.Take(kept).ToList(), period, at);
            if (text.Length <= MaxLength || kept == 0)
            {
                return text;
            }

            kept--;
        }
    }

    static string Write(
        MetricAlarm alarm,
        EvaluationRule rule,
        IReadOnlyList<AlarmPoint> points,
        int period,
        DateTimeOffset at
    )
    {
        var received = points.Where(point => point.Value is not null).Reverse().ToList();
        return JsonText.Object(json =>
        {
            json.Text("version", "1.0");
            json.Text("queryDate", AlarmText.Time(at));
            json.OptionalText("startDate", received.Count == 0 ? null : AlarmText.Time(received[0].Time));
            json.OptionalText("unit", alarm.Unit);
            json.OptionalText("statistic", alarm.Statistic ?? alarm.ExtendedStatistic);
            json.Integer("period", period);
            json.Numbers("recentDatapoints", received.Select(point => point.Value!.Value));
            if (rule.Threshold is { } threshold)
            {
                json.Number("threshold", threshold);
            }
            else
            {
                json.Numbers("recentLowerThresholds", received.Select(point => point.Band!.Value.Lower));
                json.Numbers("recentUpperThresholds", received.Select(point => point.Band!.Value.Upper));
            }

            json.Objects("evaluatedDatapoints", points, Write);
        });
    }

    static void Write(JsonObjectWriter json, AlarmPoint point)
    {
        json.Text("timestamp", AlarmText.Time(point.Time));
        json.OptionalNumber("sampleCount", point.Value is null ? null : point.SampleCount);
        json.OptionalNumber("value", point.Value);
    }
}
