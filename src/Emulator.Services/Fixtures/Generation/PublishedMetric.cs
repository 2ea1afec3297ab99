using Emulator.Services.CloudWatch.Metrics;
using Emulator.Services.CloudWatch.Shapes;
using Emulator.Services.Fixtures.Documents;
using Emulator.Services.Fixtures.Expressions;

namespace Emulator.Services.Fixtures.Generation;

/// <summary>How the datum of a metric is made: a value, several, those of the seconds of a minute, or statistics.</summary>
sealed class PublishedMetric
{
    readonly Evaluation? _when;
    readonly Func<Frame, long, Bucket?> _bucket;

    /// <param name="unit">The unit of the group; <c>null</c> when each metric has its own.</param>
    /// <exception cref="FixtureException">It does not describe a metric.</exception>
    public PublishedMetric(
        string name,
        FixtureNode node,
        FixtureNode? unit,
        Symbols symbols,
        IReadOnlyDictionary<string, int[]> perSecond
    )
    {
        Name = name;
        if (node.Kind != FixtureNodeKind.Object)
        {
            Unit = UnitOf(unit ?? throw node.Error("The group has no \"unit\"."));
            _bucket = Single(node, symbols);
            return;
        }

        node.RequireObject("value", "unit", "when", "samples", "perSecond", "count", "sum", "minimum", "maximum");
        Unit = UnitOf(node.Find("unit") ?? unit ?? throw node.Error("\"unit\" is missing here."));
        _when = node.Find("when") is { } when ? ExpressionParser.Compile(when, symbols) : null;
        _bucket =
            node.Find("perSecond") is { } counter ? PerSecond(counter, perSecond)
            : node.Find("count") is not null ? Statistics(node, symbols)
            : node.Find("samples") is { } samples ? Several(samples, node.Require("value"), symbols)
            : Single(node.Require("value"), symbols);
    }

    public string Name { get; }

    public string Unit { get; }

    /// <param name="time">Start of the slot, in seconds since the epoch.</param>
    /// <returns><c>null</c> when there is no datum.</returns>
    public Bucket? Bucket(Frame frame, long time) => _when is null || _when(frame).IsTrue ? _bucket(frame, time) : null;

    static string UnitOf(FixtureNode node) =>
        StandardUnit.All.Contains(node.RequireText())
            ? node.Text
            : throw node.Error($"'{node.Text}' is not a unit of CloudWatch.");

    /// <summary>One value; no datum when there is none.</summary>
    static Func<Frame, long, Bucket?> Single(FixtureNode node, Symbols symbols)
    {
        var value = ExpressionParser.Compile(node, symbols);
        return (frame, time) =>
            value(frame) is { IsNone: false } found ? CloudWatch.Metrics.Bucket.OfValue(time, found.Number) : null;
    }

    /// <summary>Several values in one datum.</summary>
    static Func<Frame, long, Bucket?> Several(FixtureNode samples, FixtureNode node, Symbols symbols)
    {
        var count = ExpressionParser.Compile(samples, symbols);
        var value = ExpressionParser.Compile(node, symbols);
        return (frame, time) =>
        {
            var values = new double[count(frame).Integer];
            for (frame.Round = 0; frame.Round < values.Length; frame.Round++)
            {
                values[frame.Round] = value(frame).Number;
            }

            frame.Round = 0;
            return values.Length == 0 ? null : CloudWatch.Metrics.Bucket.OfValues(time, values, Ones(values.Length));
        };
    }

    /// <summary>How much a total grew in each second of the minute: sixty values in one datum.</summary>
    static Func<Frame, long, Bucket?> PerSecond(FixtureNode counter, IReadOnlyDictionary<string, int[]> perSecond)
    {
        if (!perSecond.TryGetValue(counter.RequireText(), out var counts))
        {
            throw counter.Error($"There is no total '{counter.Text}' with \"perSecond\": true.");
        }

        return (_, time) =>
        {
            double[] values = [.. counts.Select(count => (double)count)];
            return CloudWatch.Metrics.Bucket.OfValues(time, values, Ones(values.Length));
        };
    }

    static Func<Frame, long, Bucket?> Statistics(FixtureNode node, Symbols symbols)
    {
        var (count, sum, minimum, maximum) = (Of("count"), Of("sum"), Of("minimum"), Of("maximum"));
        return (frame, time) =>
            count(frame).Number is > 0 and var number
                ? CloudWatch.Metrics.Bucket.OfStatistics(
                    time,
                    number,
                    sum(frame).Number,
                    minimum(frame).Number,
                    maximum(frame).Number
                )
                : null;

        Evaluation Of(string member) => ExpressionParser.Compile(node.Require(member), symbols);
    }

    static double[] Ones(int count)
    {
        var ones = new double[count];
        Array.Fill(ones, 1);
        return ones;
    }
}
