using Emulator.Protocol.Json;
using Emulator.Services.CloudWatch.Alarms.Changes;
using Emulator.Services.CloudWatch.Alarms.Documents;
using Emulator.Services.CloudWatch.Shapes;
using Emulator.Services.Resources;

namespace Emulator.Services.CloudWatch.Alarms.Actions;

/// <summary>The message that an alarm publishes to an SNS topic.</summary>
/// <remarks>
/// Members and their order: recordings of AWS, and
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html"/>.
/// </remarks>
static class NotificationDocument
{
    /// <summary>SNS takes no longer subject.</summary>
    const int MaxSubjectLength = 100;

    public static string Subject(Transition transition, Scope scope)
    {
        var subject =
            $"{transition.New.StateValue}: \"{transition.Alarm.AlarmName}\" in {RegionNames.Of(scope.Region)}";
        return subject.Length <= MaxSubjectLength ? subject : subject[..MaxSubjectLength];
    }

    /// <param name="isAfterMute">Whether a mute rule has held the message back until now.</param>
    public static string Message(Transition transition, Scope scope, bool isAfterMute) =>
        JsonText.Object(json =>
        {
            switch (transition.Alarm)
            {
                case MetricAlarm alarm:
                    WriteMetric(json, alarm, transition, scope, isAfterMute);
                    break;
                case CompositeAlarm alarm:
                    WriteComposite(json, alarm, transition, scope, isAfterMute);
                    break;
            }
        });

    static void WriteMetric(
        JsonObjectWriter json,
        MetricAlarm alarm,
        Transition transition,
        Scope scope,
        bool isAfterMute
    )
    {
        json.Text("AlarmName", alarm.AlarmName);
        json.TextOrNull("AlarmDescription", alarm.AlarmDescription);
        json.Text("AWSAccountId", scope.Account);
        json.Text(
            "AlarmConfigurationUpdatedTimestamp",
            AlarmText.Time(alarm.AlarmConfigurationUpdatedTimestamp!.Value)
        );
        WriteState(json, transition, scope);
        json.Text("OldStateValue", transition.Old.StateValue);
        WriteActions(json, alarm);
        json.Boolean("ActionExecutedAfterMuteWindow", isAfterMute);
        json.Object("Trigger", trigger => WriteTrigger(trigger, alarm));
        if (transition.Contributor is { } contributor)
        {
            json.Text("AlarmContributorId", contributor.Id);
            json.Object("AlarmContributorAttributes", contributor.WriteAttributes);
        }
    }

    static void WriteComposite(
        JsonObjectWriter json,
        CompositeAlarm alarm,
        Transition transition,
        Scope scope,
        bool isAfterMute
    )
    {
        json.Text("AlarmName", alarm.AlarmName);
        json.TextOrNull("AlarmDescription", alarm.AlarmDescription);
        json.Text("AWSAccountId", scope.Account);
        WriteState(json, transition, scope);
        WriteActions(json, alarm);
        json.Text("OldStateValue", transition.Old.StateValue);
        json.Boolean("ActionExecutedAfterMuteWindow", isAfterMute);
        json.Text("AlarmRule", alarm.AlarmRule!);
        json.Objects(
            "TriggeringChildren",
            TriggeringAlarms.Read(transition.New.StateReasonData),
            static (inner, child) =>
            {
                inner.Text("Arn", child.Arn);
                inner.Object(
                    "State",
                    state =>
                    {
                        state.Text("Value", child.StateValue);
                        state.Text("Timestamp", child.Timestamp);
                    }
                );
            }
        );
    }

    static void WriteState(JsonObjectWriter json, Transition transition, Scope scope)
    {
        json.Text("NewStateValue", transition.New.StateValue);
        json.Text("NewStateReason", transition.New.StateReason);
        json.Text("StateChangeTime", AlarmText.Time(transition.New.StateUpdatedTimestamp));
        json.Text("Region", RegionNames.Of(scope.Region));
        json.Text("AlarmArn", transition.Alarm.AlarmArn);
    }

    static void WriteActions(JsonObjectWriter json, IAlarm alarm)
    {
        json.Texts("OKActions", alarm.OKActions ?? []);
        json.Texts("AlarmActions", alarm.AlarmActions ?? []);
        json.Texts("InsufficientDataActions", alarm.InsufficientDataActions ?? []);
    }

    static void WriteTrigger(JsonObjectWriter json, MetricAlarm alarm)
    {
        if (alarm.Metrics is null)
        {
            WriteMetric(json, alarm);
        }

        json.OptionalInteger("Period", alarm.Period);
        json.OptionalInteger("EvaluationPeriods", alarm.EvaluationPeriods);
        json.OptionalInteger("DatapointsToAlarm", alarm.DatapointsToAlarm);
        json.OptionalText("ComparisonOperator", alarm.ComparisonOperator);
        json.OptionalNumber("Threshold", alarm.Threshold);
        json.OptionalText("ThresholdMetricId", alarm.ThresholdMetricId);
        json.Text("TreatMissingData", alarm.TreatMissingData ?? "");
        json.Text("EvaluateLowSampleCountPercentile", alarm.EvaluateLowSampleCountPercentile ?? "");
        if (alarm.Metrics is { } metrics)
        {
            json.Objects("Metrics", metrics, WriteQuery);
        }
    }

    static void WriteMetric(JsonObjectWriter json, MetricAlarm alarm)
    {
        json.OptionalText("MetricName", alarm.MetricName);
        json.OptionalText("Namespace", alarm.Namespace);
        json.Text("StatisticType", alarm.Statistic is null ? "ExtendedStatistic" : "Statistic");
        json.OptionalText("Statistic", alarm.Statistic?.ToUpperInvariant());
        json.OptionalText("ExtendedStatistic", alarm.ExtendedStatistic);
        json.TextOrNull("Unit", alarm.Unit);
        json.Objects("Dimensions", alarm.Dimensions ?? [], WriteDimension);
    }

    static void WriteQuery(JsonObjectWriter json, MetricDataQuery query)
    {
        json.OptionalText("Expression", query.Expression);
        json.Text("Id", query.Id);
        json.OptionalText("Label", query.Label);
        json.OptionalInteger("Period", query.Period);
        if (query.MetricStat is { } stat)
        {
            json.Object("MetricStat", inner => WriteStat(inner, stat));
        }

        json.Boolean("ReturnData", query.ReturnData ?? true);
    }

    static void WriteStat(JsonObjectWriter json, MetricStat stat)
    {
        json.Object(
            "Metric",
            metric =>
            {
                metric.Objects("Dimensions", stat.Metric.Dimensions ?? [], WriteDimension);
                metric.OptionalText("MetricName", stat.Metric.MetricName);
                metric.OptionalText("Namespace", stat.Metric.Namespace);
            }
        );
        json.Integer("Period", stat.Period);
        json.Text("Stat", stat.Stat);
        json.OptionalText("Unit", stat.Unit);
    }

    static void WriteDimension(JsonObjectWriter json, Dimension dimension)
    {
        json.Text("value", dimension.Value);
        json.Text("name", dimension.Name);
    }
}
