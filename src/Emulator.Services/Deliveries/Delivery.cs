using Emulator.Protocol.Shapes;

namespace Emulator.Services.Deliveries;

/// <summary>What the emulator tells a target outside: an alarm's notification, an event, the log events of a subscription.</summary>
[Shape]
public sealed partial record Delivery
{
    /// <summary>One of <see cref="DeliverySource"/>.</summary>
    public required string Source { get; init; }

    /// <summary>The ARN of the alarm, the log group or the metric stream that it comes from.</summary>
    public required string SourceArn { get; init; }

    /// <summary>The ARN of what receives it.</summary>
    public required string Target { get; init; }

    /// <summary>Deliveries to one target with the same key go out one after another, in the order in which they were added.</summary>
    public required string OrderingKey { get; init; }

    /// <summary>The emulated time at which it came about.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>What is said, without what the target's protocol wraps around it: JSON, or the body of a message.</summary>
    public required Utf8Text Payload { get; init; }

    /// <summary>The subject of a message, for SNS.</summary>
    public string? Subject { get; init; }

    /// <summary>The partition key of a Kinesis record; the group of an SNS FIFO message.</summary>
    public string? PartitionKey { get; init; }

    /// <summary>The output format of a metric stream, which the payload is turned into when it is sent; <c>null</c> for JSON as it is.</summary>
    public string? Format { get; init; }

    /// <summary>What the source wants to know again when the delivery has ended; never sent.</summary>
    public string? Context { get; init; }
}

/// <summary>Where deliveries come from. Persisted.</summary>
public static class DeliverySource
{
    /// <summary>An action of an alarm.</summary>
    public const string Alarm = "alarm";

    /// <summary>An event for EventBridge.</summary>
    public const string Event = "event";

    /// <summary>Metrics that a metric stream sends.</summary>
    public const string MetricStream = "metric-stream";

    /// <summary>Log events that a subscription filter or an account's subscription policy has let through.</summary>
    public const string Subscription = "subscription";
}
