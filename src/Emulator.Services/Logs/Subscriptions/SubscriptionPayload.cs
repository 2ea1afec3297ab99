using System.Buffers;
using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Emulator.Languages.FilterPatterns;
using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Events;
using Emulator.Services.Logs.Filters;
using Emulator.Services.Logs.Ingestion;
using Emulator.Services.Resources;

namespace Emulator.Services.Logs.Subscriptions;

/// <summary>The JSON object that a subscription sends: some events of one log stream.</summary>
/// <remarks>
/// It is written on the request's thread, when the request does not have its sequence yet, which is part of the ids. These have 56 digits, always,
/// and are filled in by the write that stores the events.
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html"/>
/// </remarks>
/// <threadsafety>Not thread-safe; it serves one request.</threadsafety>
sealed class SubscriptionPayload : IDisposable
{
    /// <summary>A payload is complete before it grows beyond this, unless a single event does; a Kinesis record holds 1 MiB.</summary>
    const int MaxBytes = 1 << 20;

    /// <summary>What an event takes beside its message, roughly.</summary>
    const int EventBytes = 128;

    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    readonly ArrayBufferWriter<byte> _json = new();
    readonly Utf8JsonWriter _writer;
    readonly CompiledSubscription _subscription;
    readonly Scope _scope;
    readonly long _ingestionTime;
    readonly List<(int Event, int Offset)> _ids = [];

    public SubscriptionPayload(CompiledSubscription subscription, IncomingEvents events)
    {
        _writer = new Utf8JsonWriter(_json, Options);
        _subscription = subscription;
        _scope = events.Group.Scope;
        _ingestionTime = events.IngestionTime;
        _writer.WriteStartObject();
        _writer.WriteString("messageType", "DATA_MESSAGE");
        _writer.WriteString("owner", _scope.Account);
        _writer.WriteString("logGroup", events.Group.Name);
        _writer.WriteString("logStream", events.Stream.Name);
        _writer.WriteStartArray("subscriptionFilters");
        _writer.WriteStringValue(subscription.Name);
        _writer.WriteEndArray();
        if (subscription.IsAccountPolicy)
        {
            _writer.WriteString("policyLevel", "ACCOUNT_LEVEL_POLICY");
        }

        _writer.WriteStartArray("logEvents");
    }

    public int Count => _ids.Count;

    /// <summary>
    /// What is sent, once the payload is closed; off by up to about one percent, since it is measured before the request has its sequence: in the write it would
    /// hold up all others.
    /// </summary>
    public int CompressedBytes { get; private set; }

    /// <summary>Whether another message has room.</summary>
    public bool HasRoomFor(int messageLength) => Count == 0 || Position + messageLength + EventBytes <= MaxBytes;

    /// <param name="index">The place of the event among the incoming ones.</param>
    /// <param name="timestamp">Milliseconds since the epoch.</param>
    /// <param name="values">What the pattern has taken out of the message.</param>
    public void Add(int index, long timestamp, Utf8Text message, IReadOnlyList<ExtractedValue> values)
    {
        _writer.WriteStartObject();
        _writer.WritePropertyName("id");
        _ids.Add((index, Position + 1));
        _writer.WriteStringValue(new EventId(timestamp, _ingestionTime, 0, (ushort)index).ToString());
        _writer.WriteNumber("timestamp", timestamp);
        _writer.WriteString("message"u8, message.Span);
        foreach (var field in _subscription.SystemFields)
        {
            _writer.WriteString(field, field == FieldSelection.Account ? _scope.Account : _scope.Region);
        }

        // AWS documents the fields of space-delimited patterns only.
        if (_subscription.Pattern.Kind == FilterPatternKind.SpaceDelimited)
        {
            WriteFields(values);
        }

        _writer.WriteEndObject();
    }

    /// <summary>Completes the object but for the ids; no event can be added any more.</summary>
    public void Close()
    {
        _writer.WriteEndArray();
        _writer.WriteEndObject();
        _writer.Flush();
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(_json.WrittenSpan);
        }

        CompressedBytes = (int)compressed.Length;
    }

    /// <summary>The object with the ids of the stored events.</summary>
    public byte[] ToJson(LogBatch batch)
    {
        var json = _json.WrittenSpan.ToArray();
        foreach (var (index, offset) in _ids)
        {
            Encoding.UTF8.GetBytes(batch.Id(index).ToString(), json.AsSpan(offset));
        }

        return json;
    }

    public void Dispose() => _writer.Dispose();

    int Position => (int)(_writer.BytesCommitted + _writer.BytesPending);

    void WriteFields(IReadOnlyList<ExtractedValue> values)
    {
        _writer.WriteStartObject("extractedFields");
        foreach (var field in values.GroupBy(value => value.Name))
        {
            _writer.WriteString(field.Key.TrimStart('$'), field.Last().Value);
        }

        _writer.WriteEndObject();
    }
}
