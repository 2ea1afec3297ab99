using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Emulator.Protocol.Shapes;
using Emulator.Services.CloudWatch.Metrics;
using Emulator.Services.CloudWatch.Shapes;
using Emulator.Services.Logs.Events;
using Emulator.Services.Logs.Ingestion;
using Emulator.Services.Logs.Shapes;
using Emulator.Storage;

namespace Emulator.Services.Logs.Protection;

/// <summary>Counts the events with sensitive data, and tells about them in the log groups that policies name.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/mask-sensitive-log-data-audit-findings.html"/>
/// </remarks>
/// <param name="auditGroups">The names of the log groups.</param>
sealed class FindingsStage(LogsState logs, IReadOnlyList<string> auditGroups) : IIngestionStage
{
    /// <summary>How many records are stored at a time.</summary>
    const int BatchSize = 2000;

    static readonly MetricKey EventsWithFindings = ServiceMetric.OfAccount("LogEventsWithFindings");
    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public Action<Write, LogBatch>? Prepare(IncomingEvents events)
    {
        var records = new List<InputLogEvent>();
        for (var i = 0; i < events.Count; i++)
        {
            if (events.Findings(i) is { } findings)
            {
                records.Add(new InputLogEvent { Timestamp = events.IngestionTime, Message = Record(events, findings) });
            }
        }

        if (records.Count == 0)
        {
            return null;
        }

        var time = DateTimeOffset.FromUnixTimeMilliseconds(events.IngestionTime);
        events.Metrics.Add(EventsWithFindings, time, records.Count, StandardUnit.Count);
        return auditGroups.Count == 0 ? null : (write, _) => Report_OnWriter(write, events, records);
    }

    void Report_OnWriter(Write write, IncomingEvents events, List<InputLogEvent> records)
    {
        foreach (var group in auditGroups.Select(logs.Groups.Find))
        {
            for (var first = 0; group is not null && first < records.Count; first += BatchSize)
            {
                var batch = records.GetRange(first, Math.Min(BatchSize, records.Count - first));
                logs.Ingestion.Append_OnWriter(write, group, events.Group.Name, batch, events.IngestionTime);
            }
        }
    }

    static Utf8Text Record(IncomingEvents events, List<Finding> findings)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json, Options))
        {
            writer.WriteStartObject();
            writer.WriteString(
                "auditTimestamp",
                DateTimeOffset
                    .FromUnixTimeMilliseconds(events.IngestionTime)
                    .ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
            );
            writer.WriteString("resourceArn", $"{events.Group.Arn}:*");
            writer.WriteStartArray("dataIdentifiers");
            foreach (var found in findings.GroupBy(finding => finding.Identifier.Name))
            {
                Write(writer, found.Key, [.. found.Select(finding => (finding.Start, finding.End)).Distinct()]);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return new Utf8Text(json.WrittenMemory);
    }

    static void Write(Utf8JsonWriter writer, string name, IReadOnlyCollection<(int Start, int End)> places)
    {
        writer.WriteStartObject();
        writer.WriteString("name", name);
        writer.WriteNumber("count", places.Count);
        writer.WriteStartArray("detections");
        foreach (var (start, end) in places)
        {
            writer.WriteStartObject();
            writer.WriteNumber("start", start);
            writer.WriteNumber("end", end);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
