using System.Text;
using Emulator.Languages.Insights;
using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Events;
using Emulator.Services.Logs.Fields;
using Emulator.Services.Logs.Groups;
using Emulator.Services.Logs.Indexes;

namespace Emulator.Services.Logs.Queries;

/// <summary>The events of one log group that a query is to see.</summary>
/// <param name="ingestedFrom">The first ingestion time that counts: when the indexes came about that the query asks for.</param>
sealed class QuerySource(EmulatorEngine engine, LogGroupState group, QueryDocument document, long ingestedFrom)
{
    readonly EventFields _fields = new(engine, group);
    readonly Dictionary<long, StreamSource> _streams = [];

    /// <returns><c>null</c> when the group lacks an index that the query asks for.</returns>
    public static QuerySource? Of(EmulatorEngine engine, LogGroupState group, string[] indexed, QueryDocument document)
    {
        if (indexed.Length == 0)
        {
            return new QuerySource(engine, group, document, 0);
        }

        var logs = engine.In(group.Scope).Logs;
        var known = FieldIndexes.Of(group, logs).ToDictionary(index => index.FieldIndexName);
        if (!indexed.All(known.ContainsKey))
        {
            return null;
        }

        var isCustom = indexed.Any(field => known[field].IndexCategory == Shapes.IndexCategory.Custom);
        return new QuerySource(
            engine,
            group,
            document,
            isCustom ? FieldIndexes.PolicyOf(group, logs)?.LastUpdateTime ?? 0 : 0
        );
    }

    /// <param name="descending">Whether the latest event comes first.</param>
    public IEnumerable<LogRecord> Read(bool descending, CancellationToken cancel)
    {
        var query = new EventQuery
        {
            From = EventId.Before(Math.Max(document.StartTime, group.VisibleFrom(document.CreateTime))),
            Until = EventId.Before(Math.Min(document.EndTime, EventId.MaxTimestamp - 1) + 1),
            Descending = descending,
        };
        var protection = engine.In(group.Scope).Logs.Pipelines.For(group).Protection;
        StreamSource? stream = null;
        foreach (var stored in group.Events.Read(query, cancel))
        {
            if (stream is null || stream.Id != stored.StreamId)
            {
                stream = Stream(stored.StreamId);
            }

            var id = stored.Id;
            if (id.IngestionTime >= ingestedFrom)
            {
                var clear = stored.Message.Bytes;
                yield return new LogRecord(
                    stream,
                    protection is null ? clear : protection.Mask(stored).Message.Bytes,
                    clear,
                    id.Timestamp,
                    id.IngestionTime,
                    id.Request,
                    id.Index
                );
            }
        }
    }

    StreamSource Stream(long id)
    {
        if (!_streams.TryGetValue(id, out var source))
        {
            source = new StreamSource(_fields, group.Id, id)
            {
                LogStream = Encoding.UTF8.GetBytes(group.Streams.Find(id)?.Name ?? ""),
                Log = Encoding.UTF8.GetBytes($"{group.Scope.Account}:{group.Name}"),
                LogGroup = Encoding.UTF8.GetBytes(group.Name),
                Account = Encoding.UTF8.GetBytes(group.Scope.Account),
                Region = Encoding.UTF8.GetBytes(group.Scope.Region),
            };
            _streams.Add(id, source);
        }

        return source;
    }

    sealed class StreamSource(EventFields fields, long groupId, long id) : RecordSource
    {
        public long Id => id;

        public override bool HasFieldsOfMessage => fields.AreOfMessages;

        public override void Discover(
            FieldDiscovery discovery,
            in LogRecord record,
            ReadOnlyMemory<byte> message,
            FieldSink sink
        ) => fields.Discover(discovery, new Utf8Text(message), record.Request, id, sink);

        public override string Pointer(in LogRecord record) =>
            new LogRecordPointer(
                groupId,
                new EventId(record.Timestamp, record.IngestionTime, record.Request, record.Index)
            ).ToString();
    }
}
