using System.Globalization;
using Emulator.Protocol.Protobuf;
using Emulator.Services.CloudWatch.Shapes;
using Emulator.Services.Deliveries;

namespace Emulator.Server.Deliveries.Metrics;

/// <summary>What a metric stream says in the formats of OpenTelemetry: an <c>ExportMetricsServiceRequest</c> with its length in front.</summary>
/// <remarks>
/// The two versions differ in where the dimensions are. The numbers of the fields are those of opentelemetry-proto.
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-metric-streams-formats-opentelemetry-100.html"/>,
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-metric-streams-formats-opentelemetry.html"/>
/// </remarks>
/// <param name="hasLabels">Whether it is version 0.7.0.</param>
sealed class OpenTelemetryRequest(bool hasLabels)
{
    const ulong NanosecondsPerMillisecond = 1_000_000;
    const ulong NanosecondsPerMinute = 60_000_000_000;

    /// <param name="delivery">Of a metric stream, with a format.</param>
    public static byte[] Of(Delivery delivery)
    {
        var request = new OpenTelemetryRequest(delivery.Format == MetricStreamOutputFormat.OpenTelemetry07);
        var writer = new ProtobufWriter();
        writer.Delimited(message => request.Write(message, delivery.SourceArn, MetricRecord.Of(delivery)));
        return writer.Written.ToArray();
    }

    void Write(ProtobufWriter request, string arn, IReadOnlyList<MetricRecord> records) =>
        request.Message(
            1,
            resourceMetrics =>
            {
                resourceMetrics.Message(1, resource => WriteResource(resource, arn, records[0]));
                resourceMetrics.Message(
                    2,
                    scopeMetrics =>
                    {
                        foreach (var metric in records.GroupBy(record => (record.Namespace, record.Name, record.Unit)))
                        {
                            scopeMetrics.Message(2, message => WriteMetric(message, metric.First(), metric));
                        }
                    }
                );
            }
        );

    static void WriteResource(ProtobufWriter resource, string arn, MetricRecord record)
    {
        WriteAttribute(resource, 1, "cloud.provider", "aws");
        WriteAttribute(resource, 1, "cloud.account.id", record.Account);
        WriteAttribute(resource, 1, "cloud.region", record.Region);
        WriteAttribute(resource, 1, "aws.exporter.arn", arn);
    }

    void WriteMetric(ProtobufWriter metric, MetricRecord first, IEnumerable<MetricRecord> records)
    {
        metric.Text(1, $"amazonaws.com/{first.Namespace}/{first.Name}");
        metric.Text(3, OpenTelemetryUnit.Of(first.Unit));
        metric.Message(
            11,
            summary =>
            {
                foreach (var record in records)
                {
                    summary.Message(1, point => WritePoint(point, record));
                }
            }
        );
    }

    void WritePoint(ProtobufWriter point, MetricRecord record)
    {
        if (hasLabels)
        {
            WriteLabel(point, "Namespace", record.Namespace);
            WriteLabel(point, "MetricName", record.Name);
            foreach (var (name, value) in record.Dimensions)
            {
                WriteLabel(point, name, value);
            }
        }

        var start = (ulong)record.Timestamp * NanosecondsPerMillisecond;
        point.Fixed64(2, start);
        point.Fixed64(3, start + NanosecondsPerMinute);
        point.Fixed64(4, (ulong)Math.Round(record.Value["count"]));
        point.Double(5, record.Value["sum"]);
        WriteQuantile(point, 0, record.Value["min"]);
        foreach (var (quantile, value) in PercentilesOf(record))
        {
            WriteQuantile(point, quantile, value);
        }

        WriteQuantile(point, 1, record.Value["max"]);
        if (!hasLabels)
        {
            WriteAttribute(point, 7, "Namespace", record.Namespace);
            WriteAttribute(point, 7, "MetricName", record.Name);
            WriteDimensions(point, record.Dimensions);
        }
    }

    /// <summary>The percentiles between the minimum and the maximum, ascending: quantiles must not repeat.</summary>
    static IEnumerable<(double Quantile, double Value)> PercentilesOf(MetricRecord record) =>
        from statistic in record.Value
        where statistic.Key.StartsWith('p')
        let quantile = (double)(decimal.Parse(statistic.Key.AsSpan(1), CultureInfo.InvariantCulture) / 100)
        where quantile is > 0 and < 1
        group statistic.Value by quantile into same
        orderby same.Key
        select (same.Key, same.First());

    static void WriteQuantile(ProtobufWriter point, double quantile, double value) =>
        point.Message(
            6,
            message =>
            {
                message.Double(1, quantile);
                message.Double(2, value);
            }
        );

    static void WriteLabel(ProtobufWriter point, string key, string value) =>
        point.Message(
            1,
            label =>
            {
                label.Text(1, key);
                label.Text(2, value);
            }
        );

    static void WriteDimensions(ProtobufWriter point, IReadOnlyList<KeyValuePair<string, string>> dimensions) =>
        point.Message(
            7,
            attribute =>
            {
                attribute.Text(1, "Dimensions");
                attribute.Message(
                    2,
                    value =>
                        value.Message(
                            6,
                            list =>
                            {
                                foreach (var (name, text) in dimensions)
                                {
                                    WriteAttribute(list, 1, name, text);
                                }
                            }
                        )
                );
            }
        );

    static void WriteAttribute(ProtobufWriter message, int field, string key, string text) =>
        message.Message(
            field,
            attribute =>
            {
                attribute.Text(1, key);
                attribute.Message(2, value => value.Text(1, text));
            }
        );
}
