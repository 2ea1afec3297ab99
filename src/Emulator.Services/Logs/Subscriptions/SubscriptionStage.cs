using Emulator.Protocol.Shapes;
using Emulator.Services.Deliveries;
using Emulator.Services.Logs.Events;
using Emulator.Services.Logs.Ingestion;
using Emulator.Services.Logs.Shapes;
using Emulator.Storage;

namespace Emulator.Services.Logs.Subscriptions;

/// <summary>Hands the events that a subscription lets through to the outbox, in the write that stores them.</summary>
sealed class SubscriptionStage(CompiledSubscription subscription, EmulatorEngine engine) : IIngestionStage
{
    readonly SubscriptionTarget _target = SubscriptionTarget.Parse(subscription.DestinationArn);

    public Action<Write, LogBatch>? Prepare(IncomingEvents events)
    {
        var payloads = new List<SubscriptionPayload>();
        for (var i = 0; i < events.Count; i++)
        {
            var message = subscription.AppliesOnTransformed ? events.Transformed(i) : events.Shown(i);
            if (!subscription.Pattern.TryMatch(message.Span, out var values))
            {
                continue;
            }

            if (payloads is not [.., var open] || !open.HasRoomFor(message.Length))
            {
                payloads.Add(open = new SubscriptionPayload(subscription, events));
            }

            open.Add(i, events[i].Timestamp, message, values);
        }

        payloads.ForEach(payload => payload.Close());
        return payloads.Count == 0 ? null : (write, batch) => Send_OnWriter(write, events, payloads, batch);
    }

    void Send_OnWriter(Write write, IncomingEvents events, List<SubscriptionPayload> payloads, LogBatch batch)
    {
        if (_target.Resolve(engine) is not { } target)
        {
            return;
        }

        foreach (var payload in payloads)
        {
            engine.Outbox.Add(
                write,
                events.Group.Scope,
                new Delivery
                {
                    Source = DeliverySource.Subscription,
                    SourceArn = events.Group.Arn,
                    Target = target.Arn,
                    OrderingKey = LogsState.NameOf(events.Group.Name, events.Stream.Name),
                    Created = DateTimeOffset.FromUnixTimeMilliseconds(batch.IngestionTime),
                    Payload = new Utf8Text(ToJson(payload, batch)),
                    PartitionKey = PartitionKey(events),
                    Context = Count(payload, target, events).ToContext(),
                }
            );
        }
    }

    static byte[] ToJson(SubscriptionPayload payload, LogBatch batch)
    {
        using (payload)
        {
            return payload.ToJson(batch);
        }
    }

    ForwardedEvents Count(SubscriptionPayload payload, SubscriptionTarget target, IncomingEvents events) =>
        new()
        {
            LogGroupName = subscription.IsAccountPolicy ? null : events.Group.Name,
            FilterName = subscription.Name,
            DestinationType = target.DestinationType,
            Events = payload.Count,
            Bytes = payload.CompressedBytes,
        };

    string PartitionKey(IncomingEvents events) =>
        subscription.Distribution == Distribution.Random ? engine.Ids.NextUuid() : events.Stream.Name;
}
