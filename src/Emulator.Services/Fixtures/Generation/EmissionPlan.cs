using Emulator.Services.Fixtures.Documents;
using Emulator.Services.Fixtures.Expressions;

namespace Emulator.Services.Fixtures.Generation;

/// <summary>Something that an arrival brings about at some time: a log event, metric data, a change of totals.</summary>
sealed class EmissionPlan
{
    readonly Evaluation? _when;
    readonly Evaluation _at;
    readonly List<(Total Total, Evaluation Amount)> _additions = [];
    readonly List<MetricGroup> _metrics;
    readonly Evaluation? _metricTime;
    readonly LogPlan? _log;
    readonly Evaluation? _message;
    readonly int _messageSlot;
    readonly IReadOnlyDictionary<string, int[]> _perSecond;

    EmissionPlan(FixtureNode node, GeneratorPlan plan)
    {
        node.RequireObject("when", "at", "add", "metrics", "metricTime", "message", "log");
        _perSecond = plan.PerSecond;
        _when = node.Find("when") is { } when ? ExpressionParser.Compile(when, plan.Symbols) : null;
        _at = ExpressionParser.Compile(node.Require("at"), plan.Symbols);
        foreach (var (name, amount) in node.Find("add")?.RequireMembers() ?? [])
        {
            _additions.Add((plan.TotalOf(name, amount), ExpressionParser.Compile(amount, plan.Symbols)));
        }

        _metrics =
        [
            .. (node.Find("metrics")?.RequireItems() ?? []).Select(group => new MetricGroup(
                group,
                plan.Symbols,
                plan.PerSecond
            )),
        ];
        _metricTime = node.Find("metricTime") is { } time ? ExpressionParser.Compile(time, plan.Symbols) : null;
        _messageSlot = plan.MessageSlot;
        _log = node.Find("log") is { } log ? new LogPlan(log, plan.Symbols) : null;
        if (node.Find("message") is { } message)
        {
            _message = TextTemplate.Compile(message, plan.Symbols);
            _log ??= plan.Log ?? throw message.Error("The generator has no \"log\" to write the message to.");
        }
    }

    /// <param name="node">A list; <c>null</c> for an empty one.</param>
    /// <exception cref="FixtureException">A description is wrong.</exception>
    public static IReadOnlyList<EmissionPlan> ReadAll(FixtureNode? node, GeneratorPlan plan) =>
        [.. (node?.RequireItems() ?? []).Select(item => new EmissionPlan(item, plan))];

    /// <summary>When it happens, in milliseconds since the epoch; <c>null</c> when it does not.</summary>
    public long? TimeFor(Frame frame) => _when is null || _when(frame).IsTrue ? _at(frame).Integer : null;

    /// <summary>Lets it happen.</summary>
    /// <param name="instance">Where the totals are.</param>
    /// <param name="output"><c>null</c> while nothing counts yet.</param>
    public void Run(Frame frame, long time, GeneratorInstance instance, GeneratorOutput? output)
    {
        foreach (var (total, amount) in _additions)
        {
            var added = amount(frame).Number;
            total.Add(instance.Frame, added);
            if (_perSecond.TryGetValue(total.Name, out var seconds))
            {
                seconds[time / 1000 % 60] += (int)added;
            }
        }

        if (output is null)
        {
            return;
        }

        var slot = _metricTime is null ? time : _metricTime(frame).Integer;
        foreach (var group in _metrics)
        {
            group.Publish(frame, output.Metrics, instance.Region, slot / 60_000 * 60);
        }

        if (_message is not null)
        {
            frame.Slots[_messageSlot] = _message(frame);
        }

        _log?.Write(frame, time, instance.Region, output.Logs);
    }
}
