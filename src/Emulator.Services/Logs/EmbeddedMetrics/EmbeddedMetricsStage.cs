using Emulator.Services.CloudWatch.Metrics;
using Emulator.Services.CloudWatch.Shapes;
using Emulator.Services.Logs.Events;
using Emulator.Services.Logs.Ingestion;
using Emulator.Storage;

namespace Emulator.Services.Logs.EmbeddedMetrics;

/// <summary>Publishes the metrics that events carry in the embedded metric format, in the write that stores the events.</summary>
/// <remarks>
/// What is wrong with a document becomes a metric, never an error of PutLogEvents.
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html"/>
/// </remarks>
/// <param name="isDisabled">Whether an account policy keeps the log group from publishing: documents are then only counted.</param>
sealed class EmbeddedMetricsStage(string groupName, bool isDisabled) : IIngestionStage
{
    readonly MetricKey _parsingErrors = ServiceMetric.OfGroup("EMFParsingErrors", groupName);
    readonly MetricKey _validationErrors = ServiceMetric.OfGroup("EMFValidationErrors", groupName);

    readonly MetricKey _disabledErrors = ServiceMetric.OfGroup("EMFDisabledErrors", groupName);

    public Action<Write, LogBatch>? Prepare(IncomingEvents events)
    {
        var now = DateTimeOffset.FromUnixTimeMilliseconds(events.IngestionTime);
        var reader = new EmbeddedMetricsReader(events.Metrics, now);
        var parsingErrors = 0;
        var disabledErrors = 0;
        for (var i = 0; i < events.Count; i++)
        {
            using var document = EmbeddedDocument.Recognise(events[i].Message.Bytes);
            if (document is null)
            {
                continue;
            }

            if (isDisabled)
            {
                disabledErrors++;
                continue;
            }

            try
            {
                reader.Read(document);
            }
            catch (Exception error) when (EmbeddedForm.IsBroken(error))
            {
                parsingErrors++;
            }
        }

        Report(events, now, _parsingErrors, parsingErrors);
        Report(events, now, _validationErrors, reader.ValidationErrors);
        Report(events, now, _disabledErrors, disabledErrors);
        return null;
    }

    static void Report(IncomingEvents events, DateTimeOffset now, MetricKey metric, int errors)
    {
        if (errors > 0)
        {
            events.Metrics.Add(metric, now, errors, StandardUnit.Count);
        }
    }
}
