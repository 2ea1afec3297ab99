using System.Globalization;
using Emulator.Protocol.Json;
using Emulator.Services.CloudWatch.Alarms.Changes;
using Emulator.Services.CloudWatch.Alarms.Documents;
using Emulator.Services.CloudWatch.Alarms.Muting;
using Emulator.Services.CloudWatch.Shapes;

namespace Emulator.Services.CloudWatch.Alarms.Actions;

/// <summary>What the events of an alarm say of it, be they for a function or for EventBridge.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-and-eventbridge.html"/>,
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-actions-Lambda.html"/>
/// </remarks>
static class EventDocument
{
    /// <summary>Both states and the configuration.</summary>
    /// <param name="queryId">For the metric of an alarm without a list.</param>
    public static void WriteTransition(JsonObjectWriter json, Transition transition, string queryId)
    {
        json.Text("alarmName", transition.Alarm.AlarmName);
        if (transition.Contributor is { } contributor)
        {
            json.Object(
                "alarmContributor",
                inner =>
                {
                    inner.Text("id", contributor.Id);
                    inner.Object("attributes", contributor.WriteAttributes);
                }
            );
        }

        json.Object("state", state => WriteState(state, transition.New));
        json.Object("previousState", state => WriteState(state, transition.Old));
        json.Object(
            "configuration",
            configuration =>
            {
                configuration.OptionalText("description", transition.Alarm.AlarmDescription);
                WriteWatched(configuration, transition.Alarm, queryId);
            }
        );
    }

    /// <summary>A whole configuration, as the event for a change of it shows it.</summary>
    public static void WriteConfiguration(JsonObjectWriter json, IAlarm alarm, string queryId)
    {
        if (alarm is MetricAlarm metric)
        {
            json.OptionalInteger("evaluationPeriods", metric.EvaluationPeriods);
            json.OptionalInteger("datapointsToAlarm", metric.DatapointsToAlarm);
            if (metric.Threshold is { } threshold)
            {
                json.Json("threshold", threshold.ToString("R", CultureInfo.InvariantCulture));
            }

            json.OptionalText("thresholdMetricId", metric.ThresholdMetricId);
            json.OptionalText("comparisonOperator", metric.ComparisonOperator);
            json.OptionalText("treatMissingData", metric.TreatMissingData);
        }

        WriteWatched(json, alarm, queryId);
        json.Text("alarmName", alarm.AlarmName);
        json.OptionalText("description", alarm.AlarmDescription);
        json.Boolean("actionsEnabled", alarm.ActionsEnabled ?? true);
        json.Text("timestamp", AlarmText.Time(alarm.AlarmConfigurationUpdatedTimestamp!.Value));
        json.Texts("okActions", alarm.OKActions ?? []);
        json.Texts("alarmActions", alarm.AlarmActions ?? []);
        json.Texts("insufficientDataActions", alarm.InsufficientDataActions ?? []);
    }

    public static void WriteMute(JsonObjectWriter json, ActiveMute mute)
    {
        json.Text("mutedByArn", mute.Rule.AlarmMuteRuleArn);
        json.Text("muteWindowStart", AlarmText.Time(mute.Window.Start));
        json.Text("muteWindowEnd", AlarmText.Time(mute.Window.End));
    }

    static void WriteState(JsonObjectWriter json, AlarmState state)
    {
        json.Text("value", state.StateValue);
        json.Text("reason", state.StateReason);
        json.OptionalText("reasonData", state.StateReasonData);
        json.Text("timestamp", AlarmText.Time(state.StateUpdatedTimestamp));
        if (state.Suppression is { } suppression)
        {
            json.Text("actionsSuppressedBy", suppression.By);
            json.Text("actionsSuppressedReason", suppression.Reason);
        }
    }

    static void WriteWatched(JsonObjectWriter json, IAlarm alarm, string queryId)
    {
        switch (alarm)
        {
            case MetricAlarm metric:
                MetricsDocument.Write(json, metric.Metrics ?? [MetricsDocument.QueryOf(metric, queryId)]);
                break;
            case CompositeAlarm composite:
                json.OptionalText("alarmRule", composite.AlarmRule);
                json.OptionalText("actionsSuppressor", composite.ActionsSuppressor);
                json.OptionalInteger("actionsSuppressorWaitPeriod", composite.ActionsSuppressorWaitPeriod);
                json.OptionalInteger("actionsSuppressorExtensionPeriod", composite.ActionsSuppressorExtensionPeriod);
                break;
        }
    }
}
