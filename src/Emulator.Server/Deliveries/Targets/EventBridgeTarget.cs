using System.Text.Json;
using Emulator.Services.Deliveries;

namespace Emulator.Server.Deliveries.Targets;

/// <summary>Puts an event on an event bus. The payload is the event as rules see it.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html"/></remarks>
sealed class EventBridgeTarget : IDeliveryTarget
{
    public HttpRequestMessage Request(Uri endpoint, TargetArn arn, DeliveryEntry entry, DateTimeOffset now)
    {
        using var payload = JsonDocument.Parse(entry.Delivery.Payload.Bytes);
        var seen = payload.RootElement;
        var body = JsonBody.Write(json =>
        {
            json.WriteStartArray("Entries"u8);
            json.WriteStartObject();
            json.WriteString("EventBusName"u8, arn.Name);
            json.WriteString("Source"u8, seen.GetProperty("source"u8).GetString());
            json.WriteString("DetailType"u8, seen.GetProperty("detail-type"u8).GetString());
            json.WriteString("Detail"u8, seen.GetProperty("detail"u8).GetRawText());
            json.WriteNumber("Time"u8, entry.Delivery.Created.ToUnixTimeSeconds());
            json.WritePropertyName("Resources"u8);
            seen.GetProperty("resources"u8).WriteTo(json);
            json.WriteEndObject();
            json.WriteEndArray();
        });
        return AwsRequest.Json(endpoint, arn, "AWSEvents.PutEvents", body, now);
    }

    /// <summary>An event can be refused in an answer with status 200.</summary>
    public SendResult Judge(ReadOnlyMemory<byte> body) =>
        PartialFailure.In(body, "FailedEntryCount", SendStatus.Refused);
}
