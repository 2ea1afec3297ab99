using System.Buffers;
using System.Text.Json;
using Emulator.Protocol.Shapes;
using Emulator.Services.Deliveries;
using Emulator.Services.Resources;
using Emulator.Storage;

namespace Emulator.Services.Logs.Subscriptions;

/// <summary>The message by which CloudWatch Logs tries whether a stream can be reached. Functions get none.</summary>
/// <remarks>
/// That it is sent is in <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html"/>; its content is what
/// programs that read such streams have seen.
/// </remarks>
static class ControlMessage
{
    /// <summary>Adds the message to the outbox.</summary>
    /// <param name="sourceArn">The log group or destination that is to use the stream.</param>
    /// <param name="target">The stream.</param>
    public static void Send(
        Write write,
        EmulatorEngine engine,
        Scope scope,
        string sourceArn,
        SubscriptionTarget target
    )
    {
        if (!target.IsStream)
        {
            return;
        }

        var now = engine.Clock.GetUtcNow();
        engine.Outbox.Add(
            write,
            scope,
            new Delivery
            {
                Source = DeliverySource.Subscription,
                SourceArn = sourceArn,
                Target = target.Arn,
                OrderingKey = "",
                Created = now,
                Payload = new Utf8Text(Payload(now, target.DestinationType)),
                PartitionKey = engine.Ids.NextUuid(),
            }
        );
    }

    static byte[] Payload(DateTimeOffset now, string destinationType)
    {
        var output = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(output);
        json.WriteStartObject();
        json.WriteString("messageType"u8, "CONTROL_MESSAGE"u8);
        json.WriteString("owner"u8, "CloudwatchLogs"u8);
        json.WriteString("logGroup"u8, ""u8);
        json.WriteString("logStream"u8, ""u8);
        json.WriteStartArray("subscriptionFilters"u8);
        json.WriteEndArray();
        json.WriteStartArray("logEvents"u8);
        json.WriteStartObject();
        json.WriteString("id"u8, ""u8);
        json.WriteNumber("timestamp"u8, now.ToUnixTimeMilliseconds());
        json.WriteString("message"u8, $"CWL CONTROL MESSAGE: Checking health of destination {destinationType}.");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return output.WrittenSpan.ToArray();
    }
}
