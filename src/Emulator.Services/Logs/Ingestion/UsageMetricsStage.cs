using Emulator.Services.CloudWatch.Metrics;
using Emulator.Services.CloudWatch.Shapes;
using Emulator.Services.Logs.Events;
using Emulator.Storage;

namespace Emulator.Services.Logs.Ingestion;

/// <summary>Publishes how much comes in, for the log group and for the account.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch-Logs-Monitoring-CloudWatch-Metrics.html"/>
/// </remarks>
sealed class UsageMetricsStage(string groupName) : IIngestionStage
{
    static readonly MetricKey BytesOfAccount = ServiceMetric.OfAccount("IncomingBytes");
    static readonly MetricKey EventsOfAccount = ServiceMetric.OfAccount("IncomingLogEvents");

    readonly MetricKey _bytes = ServiceMetric.OfGroup("IncomingBytes", groupName);
    readonly MetricKey _events = ServiceMetric.OfGroup("IncomingLogEvents", groupName);

    public Action<Write, LogBatch>? Prepare(IncomingEvents events)
    {
        var bytes = 0L;
        for (var i = 0; i < events.Count; i++)
        {
            bytes += events[i].Message.Length + LogLimits.EventOverheadBytes;
        }

        var time = DateTimeOffset.FromUnixTimeMilliseconds(events.IngestionTime);
        events.Metrics.Add(_bytes, time, bytes, StandardUnit.Bytes);
        events.Metrics.Add(BytesOfAccount, time, bytes, StandardUnit.Bytes);
        events.Metrics.Add(_events, time, events.Count, StandardUnit.Count);
        events.Metrics.Add(EventsOfAccount, time, events.Count, StandardUnit.Count);
        return null;
    }
}
