using Emulator.Services.CloudWatch.Metrics;
using Emulator.Services.CloudWatch.Shapes;
using Emulator.Services.Logs.Events;
using Emulator.Services.Logs.Ingestion;
using Emulator.Storage;

namespace Emulator.Services.Logs.Transformers;

/// <summary>Publishes how many events a transformer has transformed, and how many it could not.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Transformation-Errors-Metrics.html"/>
/// </remarks>
/// <param name="isOfAccount">Whether the transformer is a policy of the account, which the metrics then name instead of the log group.</param>
sealed class TransformerStage(string groupName, bool isOfAccount) : IIngestionStage
{
    readonly MetricKey _events = Key("TransformedLogEvents", groupName, isOfAccount);
    readonly MetricKey _bytes = Key("TransformedBytes", groupName, isOfAccount);
    readonly MetricKey _errors = Key("TransformationErrors", groupName, isOfAccount);

    public Action<Write, LogBatch>? Prepare(IncomingEvents events)
    {
        var transformed = 0;
        var bytes = 0L;
        for (var i = 0; i < events.Count; i++)
        {
            if (events.IsTransformed(i))
            {
                transformed++;
                bytes += events.Transformed(i).Length;
            }
        }

        var time = DateTimeOffset.FromUnixTimeMilliseconds(events.IngestionTime);
        Publish(events, time, _events, transformed, StandardUnit.Count);
        Publish(events, time, _bytes, bytes, StandardUnit.Bytes);
        Publish(events, time, _errors, events.Count - transformed, StandardUnit.Count);
        return null;
    }

    static void Publish(IncomingEvents events, DateTimeOffset time, MetricKey key, long value, string unit)
    {
        if (value > 0)
        {
            events.Metrics.Add(key, time, value, unit);
        }
    }

    static MetricKey Key(string name, string groupName, bool isOfAccount) =>
        isOfAccount ? ServiceMetric.OfAccountPolicy(name) : ServiceMetric.OfGroup(name, groupName);
}
