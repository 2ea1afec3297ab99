using Emulator.Services.Logs.Events;
using Emulator.Services.Logs.Groups;
using Emulator.Services.Logs.Transformers;

namespace Emulator.Services.Logs.Fields;

/// <summary>Finds the fields of a log group's events: those that a transformer has made, else those of the message.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_AnalyzeLogData-discoverable-fields.html"/>
/// </remarks>
/// <threadsafety>Immutable.</threadsafety>
sealed class EventFields(EmulatorEngine engine, LogGroupState group)
{
    const string TransformationError = "@transformationError";

    /// <summary>AWS does not publish the text.</summary>
    const string ErrorText = "The log event could not be transformed.";

    readonly GroupTransformation? _transformation = engine.In(group.Scope).Logs.Pipelines.For(group).Transformation;

    /// <param name="stored">The event as the caller may see it.</param>
    public IReadOnlyList<KeyValuePair<string, string>> Of(StoredEvent stored)
    {
        if (_transformation is null || !_transformation.TryTransform(stored, out var transformed))
        {
            return DiscoveredFields.Of(group, stored.Message.Bytes);
        }

        return transformed is { } made
            ? DiscoveredFields.Of(group, made.Bytes)
            : [.. DiscoveredFields.Of(group, stored.Message.Bytes), new(TransformationError, ErrorText)];
    }
}
