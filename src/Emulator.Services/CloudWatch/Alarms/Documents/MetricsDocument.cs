using Emulator.Protocol.Json;
using Emulator.Services.CloudWatch.Shapes;

namespace Emulator.Services.CloudWatch.Alarms.Documents;

/// <summary>What an alarm watches, as the events of alarms list it.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-and-eventbridge.html"/>, the samples for a metric and for metric
/// math.
/// </remarks>
static class MetricsDocument
{
    public static void Write(JsonObjectWriter json, IEnumerable<MetricDataQuery> queries) =>
        json.Objects("metrics", queries, Write);

    /// <summary>The metric of an alarm without a list as the list that it amounts to.</summary>
    /// <param name="id">AWS makes up a UUID.</param>
    public static MetricDataQuery QueryOf(MetricAlarm alarm, string id) =>
        new()
        {
            Id = id,
            MetricStat = new MetricStat
            {
                Metric = new Metric
                {
                    Namespace = alarm.Namespace,
                    MetricName = alarm.MetricName,
                    Dimensions = alarm.Dimensions,
                },
                Period = alarm.Period!.Value,
                Stat = (alarm.Statistic ?? alarm.ExtendedStatistic)!,
                Unit = alarm.Unit,
            },
            ReturnData = true,
        };

    static void Write(JsonObjectWriter json, MetricDataQuery query)
    {
        json.Text("id", query.Id);
        if (query.MetricStat is { } stat)
        {
            json.Object("metricStat", inner => Write(inner, stat));
        }

        json.OptionalText("expression", query.Expression);
        json.OptionalText("label", query.Label);
        json.OptionalInteger("period", query.Period);
        json.Boolean("returnData", query.ReturnData ?? true);
    }

    static void Write(JsonObjectWriter json, MetricStat stat)
    {
        json.Object(
            "metric",
            metric =>
            {
                metric.OptionalText("namespace", stat.Metric.Namespace);
                metric.OptionalText("name", stat.Metric.MetricName);
                metric.Object(
                    "dimensions",
                    dimensions =>
                    {
                        foreach (var dimension in stat.Metric.Dimensions ?? [])
                        {
                            dimensions.Text(dimension.Name, dimension.Value);
                        }
                    }
                );
            }
        );
        json.Integer("period", stat.Period);
        json.Text("stat", stat.Stat);
        json.OptionalText("unit", stat.Unit);
    }
}
