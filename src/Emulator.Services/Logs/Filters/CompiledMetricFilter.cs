using Emulator.Languages.FilterPatterns;
using Emulator.Services.CloudWatch.Metrics;
using Emulator.Services.CloudWatch.Shapes;
using Emulator.Services.Logs.Ingestion;
using Emulator.Services.Logs.Shapes;
using Emulator.Services.Resources;

namespace Emulator.Services.Logs.Filters;

/// <summary>A metric filter, ready to look at events.</summary>
/// <threadsafety>Immutable.</threadsafety>
sealed class CompiledMetricFilter
{
    /// <summary>The longest value of a dimension, in characters.</summary>
    const int MaxDimensionLength = 1024;

    readonly FilterPattern _pattern;
    readonly MetricTransformation _transformation;
    readonly ValueReference _value;
    readonly List<(string Name, ValueReference Value)> _dimensions;
    readonly List<Dimension> _fixedDimensions;
    readonly MetricKey _fixedKey;

    public CompiledMetricFilter(MetricFilter filter, Scope scope)
    {
        Document = filter;
        _transformation = filter.MetricTransformations[0];
        _pattern = FilterPattern.Compile(filter.FilterPattern);
        _value = _pattern.CompileReference(_transformation.MetricValue);
        _dimensions =
        [
            .. (_transformation.Dimensions ?? new Dictionary<string, string>()).Select(dimension =>
                (dimension.Key, _pattern.CompileReference(dimension.Value))
            ),
        ];
        _fixedDimensions =
        [
            .. (filter.EmitSystemFieldDimensions ?? []).Select(field => new Dimension
            {
                Name = field,
                Value = field == FieldSelection.Account ? scope.Account : scope.Region,
            }),
        ];
        _fixedKey = new MetricKey(_transformation.MetricNamespace, _transformation.MetricName, _fixedDimensions);
    }

    public MetricFilter Document { get; }

    /// <summary>Adds what the matching events contribute.</summary>
    /// <returns>Whether there is a matching event.</returns>
    public bool Prepare(IncomingEvents events)
    {
        var hasMatch = false;
        for (var i = 0; i < events.Count; i++)
        {
            var message = (Document.ApplyOnTransformedLogs ? events.Transformed(i) : events.Shown(i)).Span;
            if (!_pattern.Matches(message))
            {
                continue;
            }

            hasMatch = true;
            if (_value.TryGetNumber(message, out var value) && Key(message) is { } key)
            {
                var time = DateTimeOffset.FromUnixTimeMilliseconds(events[i].Timestamp);
                events.Metrics.Add(key, time, value, Unit);
            }
        }

        return hasMatch;
    }

    /// <summary>What is published for a minute without a matching event; <c>null</c> for nothing.</summary>
    public MetricSample? Default(DateTimeOffset minute) =>
        _transformation.DefaultValue is { } value ? MetricSample.Of(_fixedKey, minute, value, Unit) : null;

    string Unit => _transformation.Unit ?? StandardUnit.None;

    /// <returns><c>null</c> when the event lacks a dimension, or has one that no metric can have.</returns>
    MetricKey? Key(ReadOnlySpan<byte> message)
    {
        if (_dimensions.Count == 0)
        {
            return _fixedKey;
        }

        var dimensions = new List<Dimension>(_fixedDimensions);
        foreach (var (name, reference) in _dimensions)
        {
            if (
                !reference.TryGetText(message, out var text)
                || text.Length > MaxDimensionLength
                || !NameRules.IsPlain(text)
            )
            {
                return null;
            }

            dimensions.Add(new Dimension { Name = name, Value = text });
        }

        return new MetricKey(_transformation.MetricNamespace, _transformation.MetricName, dimensions);
    }
}
