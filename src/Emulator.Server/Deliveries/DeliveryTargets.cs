using System.Collections.Frozen;
using Emulator.Server.Deliveries.Targets;
using Emulator.Services.Deliveries;

namespace Emulator.Server.Deliveries;

/// <summary>The kinds of target that deliveries can be sent to, by the service in their ARN.</summary>
static class DeliveryTargets
{
    static readonly FrozenDictionary<string, IDeliveryTarget> ByService = new Dictionary<string, IDeliveryTarget>
    {
        ["lambda"] = new LambdaTarget(),
        ["kinesis"] = new KinesisTarget(),
        ["firehose"] = new FirehoseTarget(),
        ["sns"] = new SnsTarget(),
        ["events"] = new EventBridgeTarget(),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    static readonly WebhookTarget Webhook = new();

    public static IReadOnlyList<string> Services { get; } = ["lambda", "kinesis", "firehose", "sns", "events"];

    public static IDeliveryTarget For(DeliveryRule rule, TargetArn arn) =>
        rule.IsWebhook ? Webhook : ByService[arn.Service];
}

/// <summary>Knows how one kind of target is spoken to.</summary>
/// <threadsafety>Safe from any thread.</threadsafety>
interface IDeliveryTarget
{
    /// <summary>The request that carries a delivery, signed if need be.</summary>
    HttpRequestMessage Request(Uri endpoint, TargetArn arn, DeliveryEntry entry, DateTimeOffset now);

    /// <summary>What an answer with status 200 says about the delivery; by itself it says that it was taken.</summary>
    SendResult Judge(ReadOnlyMemory<byte> body) => SendResult.Delivered;
}
