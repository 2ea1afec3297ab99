using System.Text;
using Emulator.Languages.Insights;
using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Entities;
using Emulator.Services.Logs.Events;
using Emulator.Services.Logs.Groups;
using Emulator.Services.Logs.Shapes;
using Emulator.Services.Logs.Transformers;

namespace Emulator.Services.Logs.Fields;

/// <summary>
/// Finds the fields of a log group's events: those that a transformer has made, else those of the message; and those of what sent them.
/// </summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_AnalyzeLogData-discoverable-fields.html"/>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Transformation-Errors-Metrics.html"/>
/// </remarks>
/// <threadsafety>Immutable.</threadsafety>
sealed class EventFields(EmulatorEngine engine, LogGroupState group)
{
    const string LambdaGroups = "/aws/lambda/";

    /// <summary>AWS does not publish the text.</summary>
    static readonly byte[] ErrorText = "The log event could not be transformed."u8.ToArray();

    readonly GroupTransformation? _transformation = engine.In(group.Scope).Logs.Pipelines.For(group).Transformation;
    readonly GroupEntities? _entities = engine.In(group.Scope).Logs.Entities.Of(group.Name);
    readonly bool _readsEmbedded = group.Document.LogGroupClass == LogGroupClass.Standard;
    readonly bool _isLambda = group.Name.StartsWith(LambdaGroups, StringComparison.Ordinal);

    /// <summary>Whether all fields stand in the messages as they came: nothing was ever transformed.</summary>
    public bool AreOfMessages => _transformation is null;

    /// <summary>The names and values of the fields, in the order of the event.</summary>
    /// <param name="stored">The event as the caller may see it.</param>
    public IReadOnlyList<KeyValuePair<string, string>> Of(StoredEvent stored)
    {
        var found = new Found();
        Discover(new FieldDiscovery(), stored.Message, stored.Id.Request, stored.StreamId, found);
        return found.Fields;
    }

    /// <param name="message">The event as the caller may see it.</param>
    /// <param name="request">The request that brought the event.</param>
    public void Discover(FieldDiscovery discovery, Utf8Text message, long request, long streamId, FieldSink sink)
    {
        if (_transformation is null || !_transformation.TryTransform(message, request, streamId, out var transformed))
        {
            discovery.Discover(message.Bytes, _isLambda, sink);
        }
        else if (transformed is { } made)
        {
            discovery.Discover(made.Bytes, isLambda: false, sink);
        }
        else
        {
            discovery.Discover(message.Bytes, _isLambda, sink);
            sink.Add("@transformationError"u8, ErrorText);
        }

        if (sink.Wants(EntityFields.Step))
        {
            EntityOf(message, request, streamId)?.AddTo(sink);
        }
    }

    EntityFields? EntityOf(Utf8Text message, long request, long streamId) =>
        _entities?.Find(streamId, request) is { } named ? named
        : _readsEmbedded && EmbeddedEntity.Of(message.Bytes) is { } embedded ? new EntityFields(embedded)
        : null;

    sealed class Found : FieldSink
    {
        public List<KeyValuePair<string, string>> Fields { get; } = [];

        public override void Add(ReadOnlySpan<byte> name, ReadOnlyMemory<byte> text) =>
            Fields.Add(new(Encoding.UTF8.GetString(name), Encoding.UTF8.GetString(text.Span)));

        public override void Clear() => Fields.Clear();
    }
}
