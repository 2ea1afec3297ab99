using System.Text;
using Emulator.Protocol.Shapes;
using Emulator.Services.CloudWatch.Metrics;
using Emulator.Services.CloudWatch.Shapes;
using Emulator.Services.Deliveries;
using Emulator.Services.Resources;
using Emulator.Storage;

namespace Emulator.Services.CloudWatch.MetricStreams;

/// <summary>Sends what is published to metric streams, minute by minute, when the minute is over.</summary>
/// <remarks>
/// The minutes that are to be sent are stored with their data, so that a restart neither loses nor doubles a record. Data for a minute that has
/// been sent already has the whole minute sent again.
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-Metric-Streams.html"/>
/// </remarks>
/// <threadsafety>Methods named <c>_OnWriter</c> are called inside a write.</threadsafety>
sealed class MetricStreaming
{
    const int Minute = RetentionTiers.Minute;

    /// <summary>Older data is not streamed, in seconds: two days.</summary>
    const long OldestAge = 2 * 24 * 3600;

    /// <summary>A Firehose record takes 1,000 KiB.</summary>
    const int MaxRecordBytes = 1000 * 1024;

    readonly CloudWatchState _cloudWatch;
    readonly ResourceTable<StreamedMinute> _minutes;

    /// <summary>When minutes are going to be sent. Belongs to the writer.</summary>
    readonly HashSet<long> _scheduled = [];

    public MetricStreaming(CloudWatchState cloudWatch)
    {
        _cloudWatch = cloudWatch;
        _minutes = cloudWatch.Tables.Add<StreamedMinute>("metric-stream-minute", StreamedMinute.NameOf);
        Streams = new MetricStreamTable(cloudWatch.Scope, cloudWatch.Tables, cloudWatch.Tags);
    }

    public MetricStreamTable Streams { get; }

    /// <summary>Notes which minutes have got data that is to be sent; in the write that publishes it.</summary>
    public void Note_OnWriter(Write write, MetricPublication publication)
    {
        var running = Streams.Running;
        if (running.Count == 0)
        {
            return;
        }

        for (var i = 0; i < publication.Samples.Length; i++)
        {
            var start = RetentionTiers.Floor(publication.Samples[i].Bucket.Time, Minute);
            var track = publication.Tracks[i];
            if (
                start < publication.Arrival - OldestAge
                || _minutes.Contains(StreamedMinute.NameOf(track.Series.Id, track.Unit, start))
                || !running.Any(stream => stream.Includes(track.Series.Key))
            )
            {
                continue;
            }

            // A minute that is over already is sent with the one that is running now.
            var due = Math.Max(start, RetentionTiers.Floor(publication.Arrival, Minute)) + Minute;
            _minutes.Put(write, MinuteOf(track, start, due));
            Schedule_OnWriter(due);
        }
    }

    /// <summary>Goes on with the minutes that were open when the emulator stopped; at start-up.</summary>
    public void Resume()
    {
        foreach (var minute in _minutes.All)
        {
            Schedule_OnWriter(minute.Due);
        }
    }

    static StreamedMinute MinuteOf(MetricTrack track, long start, long due) =>
        new()
        {
            Namespace = track.Series.Key.Namespace,
            MetricName = track.Series.Key.Name,
            Dimensions = track.Series.Key.Dimensions,
            Unit = track.Unit,
            MetricId = track.Series.Id,
            Start = start,
            Due = due,
        };

    void Schedule_OnWriter(long due)
    {
        if (_scheduled.Add(due))
        {
            var engine = _cloudWatch.Engine;
            engine.Scheduler.Schedule(
                "metric streams",
                DateTimeOffset.FromUnixTimeSeconds(due),
                async _ =>
                {
                    await engine.Store.Write(write => Send_OnWriter(write, due));
                    return null;
                }
            );
        }
    }

    void Send_OnWriter(Write write, long due)
    {
        _scheduled.Remove(due);
        var minutes = _minutes.All.Where(minute => minute.Due == due).OrderBy(minute => minute.Start).ToList();
        var running = Streams.Running;
        var payloads = running.Select(static _ => new StringBuilder()).ToList();
        foreach (var minute in minutes)
        {
            _minutes.Remove(write, StreamedMinute.NameOf(minute));
            var key = new MetricKey(minute.Namespace, minute.MetricName, minute.Dimensions);
            for (var i = 0; i < running.Count; i++)
            {
                if (running[i].Includes(key) && RecordOf(running[i], key, minute) is { } record)
                {
                    Append(write, running[i], payloads[i], record);
                }
            }
        }

        for (var i = 0; i < running.Count; i++)
        {
            Flush(write, running[i], payloads[i]);
        }
    }

    string? RecordOf(MetricStream stream, MetricKey key, StreamedMinute minute)
    {
        if (_cloudWatch.Metrics.Catalog.Find(key) is not { } series)
        {
            return null;
        }

        var statistics = StreamRecord.StatisticsOf(stream, key);
        var window = new MetricWindow(minute.Start, minute.Start + Minute, Minute);
        var now = _cloudWatch.Engine.Clock.GetUtcNow();
        var cursor = _cloudWatch.Metrics.Reader.Open(series, minute.Unit, window, now, statistics.Count > 0);
        return cursor.MoveNext()
            ? StreamRecord.ToJson(stream, _cloudWatch.Scope, key, minute, cursor.Current, statistics)
            : null;
    }

    void Append(Write write, MetricStream stream, StringBuilder payload, string record)
    {
        // A character has three bytes at most.
        if (payload.Length > 0 && 3L * (payload.Length + record.Length) > MaxRecordBytes)
        {
            Flush(write, stream, payload);
        }

        payload.Append(record).Append('\n');
    }

    void Flush(Write write, MetricStream stream, StringBuilder payload)
    {
        if (payload.Length == 0)
        {
            return;
        }

        _cloudWatch.Engine.Outbox.Add(
            write,
            _cloudWatch.Scope,
            new Delivery
            {
                Source = DeliverySource.MetricStream,
                SourceArn = Streams.ArnOf(stream.Name),
                Target = stream.FirehoseArn,
                OrderingKey = stream.Name,
                Created = _cloudWatch.Engine.Clock.GetUtcNow(),
                Payload = new Utf8Text(payload.ToString()),
                Format = stream.OutputFormat == MetricStreamOutputFormat.Json ? null : stream.OutputFormat,
            }
        );
        payload.Clear();
    }
}
