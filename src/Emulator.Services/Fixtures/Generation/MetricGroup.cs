using Emulator.Services.CloudWatch.Metrics;
using Emulator.Services.CloudWatch.Shapes;
using Emulator.Services.Fixtures.Documents;
using Emulator.Services.Fixtures.Expressions;

namespace Emulator.Services.Fixtures.Generation;

/// <summary>Metrics that are published together, under the same sets of dimensions.</summary>
/// <threadsafety>Not thread-safe; it belongs to one generator.</threadsafety>
sealed class MetricGroup
{
    readonly string _namespace;
    readonly List<PublishedMetric> _metrics;
    readonly List<DimensionSet> _sets;
    readonly Evaluation? _when;

    /// <summary>By region and dimensions: a buffer for each metric.</summary>
    readonly Dictionary<string, SeriesBuffer?[]> _buffers = [];

    /// <exception cref="FixtureException">It does not describe metrics.</exception>
    public MetricGroup(FixtureNode node, Symbols symbols, IReadOnlyDictionary<string, int[]> perSecond)
    {
        node.RequireObject("namespace", "unit", "dimensions", "rollups", "when", "metrics", "each");
        _namespace = node.Require("namespace").RequireText();
        _when = node.Find("when") is { } when ? ExpressionParser.Compile(when, symbols) : null;
        _sets =
        [
            .. (node.Find("dimensions")?.RequireItems() ?? []).Select(set => new DimensionSet(set, symbols, false)),
            .. (node.Find("rollups")?.RequireItems() ?? []).Select(set => new DimensionSet(set, symbols, true)),
        ];
        var unit = node.Find("unit");
        _metrics =
        [
            .. node.Require("metrics")
                .RequireMembers()
                .Select(member => new PublishedMetric(member.Key, member.Value, unit, symbols, perSecond)),
        ];
    }

    /// <summary>Publishes the metrics of a moment.</summary>
    /// <param name="time">Start of their slot, in seconds since the epoch.</param>
    public void Publish(Frame frame, MetricSink sink, string region, long time)
    {
        if (_when is not null && !_when(frame).IsTrue)
        {
            return;
        }

        Span<Bucket?> buckets = new Bucket?[_metrics.Count];
        for (var i = 0; i < _metrics.Count; i++)
        {
            buckets[i] = _metrics[i].Bucket(frame, time);
        }

        foreach (var set in _sets)
        {
            var key = set.KeyOf(frame, region);
            if (!_buffers.TryGetValue(key, out var buffers))
            {
                buffers = new SeriesBuffer?[_metrics.Count];
                _buffers.Add(key, buffers);
            }

            for (var i = 0; i < buckets.Length; i++)
            {
                if (
                    buckets[i] is { } bucket
                    && (buffers[i] ??= Find(sink, region, _metrics[i], set, frame)) is { } buffer
                )
                {
                    if (set.IsSummed)
                    {
                        sink.AddToSum(buffer, bucket.Sum);
                    }
                    else
                    {
                        buffer.Add(bucket);
                    }
                }
            }
        }
    }

    SeriesBuffer? Find(MetricSink sink, string region, PublishedMetric metric, DimensionSet set, Frame frame) =>
        sink.Find(region, _namespace, metric.Name, metric.Unit, set.Evaluate(frame));
}

/// <summary>One set of dimensions, its values still to be computed.</summary>
/// <param name="isSummed">Whether the data of all instances of a generator become one datum, their sum.</param>
sealed class DimensionSet(FixtureNode node, Symbols symbols, bool isSummed)
{
    readonly List<(string Name, Evaluation Value)> _dimensions =
    [
        .. node.RequireMembers().Select(member => (member.Key, TextTemplate.Compile(member.Value, symbols))),
    ];

    public bool IsSummed => isSummed;

    /// <summary>A text that differs when a value does.</summary>
    public string KeyOf(Frame frame, string region) =>
        _dimensions.Count switch
        {
            0 => $"{isSummed}\n{region}",
            1 => $"{_dimensions[0].Name}\n{region}\n{_dimensions[0].Value(frame).Text}",
            _ => string.Join(
                '\n',
                _dimensions
                    .Select(one => one.Value(frame).Text)
                    .Prepend(region)
                    .Concat(_dimensions.Select(one => one.Name))
            ),
        };

    public IReadOnlyList<Dimension> Evaluate(Frame frame) =>
        [.. _dimensions.Select(one => new Dimension { Name = one.Name, Value = one.Value(frame).ToString() })];
}
