using Emulator.Protocol.Json;
using Emulator.Services.CloudWatch.Alarms.Documents;
using Emulator.Services.CloudWatch.Shapes;

namespace Emulator.Services.CloudWatch.Alarms.History;

/// <summary>An alarm as a history shows it when it has been created, updated or deleted.</summary>
/// <remarks>The spelling is that of recordings of AWS: <c>okactions</c> beside <c>alarmActions</c>.</remarks>
static class ConfigurationDocument
{
    /// <param name="isShort">Whether to leave out what may be long.</param>
    public static void Write(JsonObjectWriter json, IAlarm alarm, AlarmState state, bool isShort)
    {
        if (alarm is MetricAlarm metric)
        {
            WriteMetric(json, metric, isShort);
        }
        else if (alarm is CompositeAlarm composite)
        {
            WriteComposite(json, composite, isShort);
        }

        json.Text("alarmName", alarm.AlarmName);
        json.OptionalText("alarmDescription", alarm.AlarmDescription);
        json.Boolean("actionsEnabled", alarm.ActionsEnabled ?? true);
        json.Texts("okactions", alarm.OKActions ?? []);
        json.Texts("alarmActions", alarm.AlarmActions ?? []);
        json.Texts("insufficientDataActions", alarm.InsufficientDataActions ?? []);
        json.Text("alarmArn", alarm.AlarmArn);
        json.Text(
            "alarmConfigurationUpdatedTimestamp",
            AlarmText.Time(alarm.AlarmConfigurationUpdatedTimestamp!.Value)
        );
        json.Text("stateValue", state.StateValue);
        json.Text("stateUpdatedTimestamp", AlarmText.Time(state.StateUpdatedTimestamp));
    }

    static void WriteMetric(JsonObjectWriter json, MetricAlarm alarm, bool isShort)
    {
        json.OptionalNumber("threshold", alarm.Threshold);
        json.OptionalText("thresholdMetricId", alarm.ThresholdMetricId);
        json.OptionalText("namespace", alarm.Namespace);
        json.OptionalText("metricName", alarm.MetricName);
        if (alarm.Metrics is not { } metrics)
        {
            json.Objects(
                "dimensions",
                isShort ? [] : alarm.Dimensions ?? [],
                static (inner, dimension) =>
                {
                    inner.Text("name", dimension.Name);
                    inner.Text("value", dimension.Value);
                }
            );
        }
        else if (!isShort)
        {
            MetricsDocument.Write(json, metrics);
        }

        json.OptionalInteger("period", alarm.Period);
        json.OptionalText("statistic", alarm.Statistic);
        json.OptionalText("extendedStatistic", alarm.ExtendedStatistic);
        json.OptionalText("unit", alarm.Unit);
        json.OptionalInteger("evaluationPeriods", alarm.EvaluationPeriods);
        json.OptionalInteger("datapointsToAlarm", alarm.DatapointsToAlarm);
        json.OptionalText("comparisonOperator", alarm.ComparisonOperator);
        json.OptionalText("treatMissingData", alarm.TreatMissingData);
        json.OptionalText("evaluateLowSampleCountPercentile", alarm.EvaluateLowSampleCountPercentile);
    }

    static void WriteComposite(JsonObjectWriter json, CompositeAlarm alarm, bool isShort)
    {
        json.OptionalText("alarmRule", isShort ? null : alarm.AlarmRule);
        json.OptionalText("actionsSuppressor", alarm.ActionsSuppressor);
        json.OptionalInteger("actionsSuppressorWaitPeriod", alarm.ActionsSuppressorWaitPeriod);
        json.OptionalInteger("actionsSuppressorExtensionPeriod", alarm.ActionsSuppressorExtensionPeriod);
    }
}
