using System.Text.Json;
using System.Text.Json.Serialization;

namespace Emulator.Benchmarks.References;

/// <summary>The main requests and answers as plain objects, for the reference that really parses and prints.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PutMetricDataInput))]
[JsonSerializable(typeof(GetMetricStatisticsInput))]
[JsonSerializable(typeof(GetMetricStatisticsOutput))]
[JsonSerializable(typeof(GetMetricDataInput))]
[JsonSerializable(typeof(GetMetricDataOutput))]
[JsonSerializable(typeof(PutLogEventsInput))]
[JsonSerializable(typeof(PutLogEventsOutput))]
sealed partial class ParsedShapes : JsonSerializerContext
{
    /// <summary>A handler that deserializes its input and serializes an answer like the product's.</summary>
    /// <param name="reply">What the product answered to such a request.</param>
    public static Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> Handler(string operation, byte[] reply)
    {
        switch (operation)
        {
            case "PutMetricData":
                return body =>
                {
                    JsonSerializer.Deserialize(body.Span, Default.PutMetricDataInput);
                    return default;
                };
            case "GetMetricStatistics":
                var statistics = JsonSerializer.Deserialize(reply, Default.GetMetricStatisticsOutput)!;
                return body =>
                {
                    JsonSerializer.Deserialize(body.Span, Default.GetMetricStatisticsInput);
                    return JsonSerializer.SerializeToUtf8Bytes(statistics, Default.GetMetricStatisticsOutput);
                };
            case "GetMetricData":
                var data = JsonSerializer.Deserialize(reply, Default.GetMetricDataOutput)!;
                return body =>
                {
                    JsonSerializer.Deserialize(body.Span, Default.GetMetricDataInput);
                    return JsonSerializer.SerializeToUtf8Bytes(data, Default.GetMetricDataOutput);
                };
            case "PutLogEvents":
                var accepted = JsonSerializer.Deserialize(reply, Default.PutLogEventsOutput)!;
                return body =>
                {
                    JsonSerializer.Deserialize(body.Span, Default.PutLogEventsInput);
                    return JsonSerializer.SerializeToUtf8Bytes(accepted, Default.PutLogEventsOutput);
                };
            default:
                throw new ArgumentOutOfRangeException(
                    nameof(operation),
                    operation,
                    "There is no parsing reference for it."
                );
        }
    }
}

sealed record PutMetricDataInput(string Namespace, List<MetricDatumShape> MetricData);

sealed record MetricDatumShape(
    string MetricName,
    List<DimensionShape>? Dimensions,
    double? Timestamp,
    double? Value,
    List<double>? Values,
    List<double>? Counts,
    string? Unit,
    int? StorageResolution
);

sealed record DimensionShape(string Name, string Value);

sealed record GetMetricStatisticsInput(
    string Namespace,
    string MetricName,
    List<DimensionShape>? Dimensions,
    double StartTime,
    double EndTime,
    int Period,
    List<string>? Statistics,
    List<string>? ExtendedStatistics
);

sealed record GetMetricStatisticsOutput(string Label, List<DatapointShape> Datapoints);

sealed record DatapointShape(
    double Timestamp,
    double? Average,
    double? Sum,
    string? Unit,
    Dictionary<string, double>? ExtendedStatistics
);

sealed record GetMetricDataInput(double StartTime, double EndTime, List<MetricDataQueryShape> MetricDataQueries);

sealed record MetricDataQueryShape(string Id, MetricStatShape MetricStat);

sealed record MetricStatShape(MetricShape Metric, int Period, string Stat);

sealed record MetricShape(string Namespace, string MetricName, List<DimensionShape>? Dimensions);

sealed record GetMetricDataOutput(List<MetricDataResultShape> MetricDataResults);

sealed record MetricDataResultShape(
    string Id,
    string Label,
    List<double> Timestamps,
    List<double> Values,
    string StatusCode
);

sealed record PutLogEventsInput(
    [property: JsonPropertyName("logGroupName")] string LogGroupName,
    [property: JsonPropertyName("logStreamName")] string LogStreamName,
    [property: JsonPropertyName("logEvents")] List<LogEventShape> LogEvents
);

sealed record LogEventShape(
    [property: JsonPropertyName("timestamp")] long Timestamp,
    [property: JsonPropertyName("message")] string Message
);

sealed record PutLogEventsOutput([property: JsonPropertyName("nextSequenceToken")] string? NextSequenceToken);
