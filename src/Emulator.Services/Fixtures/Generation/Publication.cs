using Emulator.Services.Fixtures.Documents;
using Emulator.Services.Fixtures.Expressions;

namespace Emulator.Services.Fixtures.Generation;

/// <summary>Metrics that are published at the end of each minute.</summary>
sealed class Publication(FixtureNode node, GeneratorPlan plan)
{
    readonly MetricGroup _group = new(node, plan.Symbols, plan.PerSecond);
    readonly StationPlan? _stations = StationsOf(node, plan);

    public void Publish(GeneratorInstance instance, MetricSink sink, long time)
    {
        if (_stations is null)
        {
            _group.Publish(instance.Frame, sink, instance.Region, time);
            return;
        }

        foreach (var station in instance.Stations)
        {
            _stations.Show(station, instance.Frame);
            _group.Publish(instance.Frame, sink, instance.Region, time);
        }
    }

    static StationPlan? StationsOf(FixtureNode node, GeneratorPlan plan) =>
        node.Find("each") is not { } each ? null
        : each.RequireText() == "stations" ? plan.Stations ?? throw each.Error("The generator has no \"stations\".")
        : throw each.Error("\"each\" can only be \"stations\" here.");
}
