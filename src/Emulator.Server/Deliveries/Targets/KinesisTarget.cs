using Emulator.Services.Deliveries;

namespace Emulator.Server.Deliveries.Targets;

/// <summary>Puts a record into a Kinesis stream.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutRecord.html"/></remarks>
sealed class KinesisTarget : IDeliveryTarget
{
    /// <summary>The longest partition key that Kinesis takes; the name of a log stream can be longer.</summary>
    const int MaxKeyLength = 256;

    public HttpRequestMessage Request(Uri endpoint, TargetArn arn, DeliveryEntry entry, DateTimeOffset now)
    {
        var delivery = entry.Delivery;
        var key = delivery.PartitionKey ?? delivery.OrderingKey;
        var body = JsonBody.Write(json =>
        {
            json.WriteString("StreamName"u8, arn.Name);
            json.WriteBase64String("Data"u8, GzipPayload.Of(delivery.Payload));
            json.WriteString("PartitionKey"u8, key.Length > MaxKeyLength ? key[..MaxKeyLength] : key);
        });
        return AwsRequest.Json(endpoint, arn, "Kinesis_20131202.PutRecord", body, now);
    }
}
