using Emulator.Server.Deliveries.Metrics;
using Emulator.Services.Deliveries;

namespace Emulator.Server.Deliveries.Targets;

/// <summary>Puts a record into a Firehose stream.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/firehose/latest/APIReference/API_PutRecordBatch.html"/></remarks>
sealed class FirehoseTarget : IDeliveryTarget
{
    public HttpRequestMessage Request(Uri endpoint, TargetArn arn, DeliveryEntry entry, DateTimeOffset now)
    {
        var body = JsonBody.Write(json =>
        {
            json.WriteString("DeliveryStreamName"u8, arn.Name);
            json.WriteStartArray("Records"u8);
            json.WriteStartObject();
            json.WriteBase64String("Data"u8, DataOf(entry.Delivery));
            json.WriteEndObject();
            json.WriteEndArray();
        });
        return AwsRequest.Json(endpoint, arn, "Firehose_20150804.PutRecordBatch", body, now);
    }

    /// <summary>Subscriptions send log events compressed, metric streams their records in the format that is set for them.</summary>
    static ReadOnlySpan<byte> DataOf(Delivery delivery) =>
        delivery.Source == DeliverySource.Subscription ? GzipPayload.Of(delivery.Payload)
        : delivery.Format is not null ? OpenTelemetryRequest.Of(delivery)
        : delivery.Payload.Span;

    /// <summary>A record can fail in an answer with status 200; Firehose asks to send it again.</summary>
    public SendResult Judge(ReadOnlyMemory<byte> body) =>
        PartialFailure.In(body, "FailedPutCount", SendStatus.Unavailable);
}
