using Emulator.Protocol.Json;
using Emulator.Services.CloudWatch.Metrics;
using Emulator.Services.Resources;

namespace Emulator.Services.CloudWatch.MetricStreams;

/// <summary>What a stream says of one minute of a metric.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-metric-streams-formats-json.html"/>
/// </remarks>
static class StreamRecord
{
    /// <summary>The statistics of a metric that are sent besides those that always are.</summary>
    public static List<Statistic> StatisticsOf(MetricStream stream, MetricKey key)
    {
        var statistics = new List<Statistic>();
        foreach (var name in stream.AdditionalStatisticsOf(key))
        {
            if (Statistic.TryParse(name, out var statistic))
            {
                statistics.Add(statistic);
            }
        }

        return statistics;
    }

    /// <summary>The record on one line. A statistic without a value, because raw values are unknown, is left out.</summary>
    public static string ToJson(
        MetricStream stream,
        Scope scope,
        MetricKey key,
        StreamedMinute minute,
        BucketSum sum,
        IReadOnlyList<Statistic> statistics
    ) =>
        JsonText.Object(json =>
        {
            json.Text("metric_stream_name", stream.Name);
            json.Text("account_id", scope.Account);
            json.Text("region", scope.Region);
            json.Text("namespace", key.Namespace);
            json.Text("metric_name", key.Name);
            json.Object(
                "dimensions",
                dimensions =>
                {
                    foreach (var dimension in key.Dimensions)
                    {
                        dimensions.Text(dimension.Name, dimension.Value);
                    }
                }
            );
            json.Integer("timestamp", minute.Start * 1000);
            json.Object("value", value => WriteValue(value, sum, statistics));
            json.Text("unit", minute.Unit);
        });

    static void WriteValue(JsonObjectWriter value, BucketSum sum, IReadOnlyList<Statistic> statistics)
    {
        value.Number("count", sum.Count);
        value.Number("sum", sum.Sum);
        value.Number("max", sum.Maximum);
        value.Number("min", sum.Minimum);
        foreach (var statistic in statistics)
        {
            if (sum.TryGet(statistic, out var number) && double.IsFinite(number))
            {
                value.Number(statistic.Name, number);
            }
        }
    }
}
