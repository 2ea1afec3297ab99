using Emulator.Services.CloudWatch.Metrics;
using Emulator.Services.CloudWatch.Shapes;
using Emulator.Services.Deliveries;
using Emulator.Services.Logs.Ingestion;
using Emulator.Storage;

namespace Emulator.Services.Logs.Subscriptions;

/// <summary>Publishes what subscriptions have forwarded, in the write that notes it; what is only recorded counts as forwarded.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch-Logs-Monitoring-CloudWatch-Metrics.html"/>
/// </remarks>
sealed class ForwardingMetrics(EmulatorEngine engine)
{
    /// <summary>Called when a delivery has ended.</summary>
    public void Count_OnWriter(Write write, DeliveryEntry entry)
    {
        if (entry.Delivery.Context is not { } context)
        {
            return;
        }

        var forwarded = ForwardedEvents.OfContext(context);
        var now = engine.Clock.GetUtcNow();
        MetricSample[] samples =
            entry.Outcome.State == DeliveryState.Failed
                ? [Sample("DeliveryErrors", forwarded.Events, StandardUnit.Count)]
                :
                [
                    Sample("ForwardedLogEvents", forwarded.Events, StandardUnit.Count),
                    Sample("ForwardedBytes", forwarded.Bytes, StandardUnit.Bytes),
                ];
        var metrics = engine.In(entry.Scope).CloudWatch.Metrics;
        metrics.Publish_OnWriter(write, metrics.Prepare(samples, now));

        MetricSample Sample(string name, int value, string unit) =>
            MetricSample.Of(
                ServiceMetric.OfSubscription(
                    name,
                    forwarded.LogGroupName,
                    forwarded.DestinationType,
                    forwarded.FilterName
                ),
                now,
                value,
                unit
            );
    }
}
