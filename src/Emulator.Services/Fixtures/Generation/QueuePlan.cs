using Emulator.Services.Fixtures.Documents;
using Emulator.Services.Fixtures.Expressions;

namespace Emulator.Services.Fixtures.Generation;

/// <summary>How an arrival comes to a station, and what follows from how that ends.</summary>
sealed class QueuePlan
{
    readonly Evaluation? _when;
    readonly Evaluation _at;
    readonly Evaluation _row;
    readonly Evaluation _patience;
    readonly Evaluation _service;
    readonly int _waited;
    readonly IReadOnlyList<EmissionPlan> _refused;
    readonly IReadOnlyList<EmissionPlan> _abandoned;
    readonly IReadOnlyList<EmissionPlan> _served;

    /// <exception cref="FixtureException">The description is wrong.</exception>
    public QueuePlan(FixtureNode node, GeneratorPlan plan)
    {
        node.RequireObject("when", "at", "row", "patience", "service", "refused", "abandoned", "served");
        if (plan.Stations is null)
        {
            throw node.Error("The generator has no \"stations\".");
        }

        _when = node.Find("when") is { } when ? ExpressionParser.Compile(when, plan.Symbols) : null;
        _at = Of("at");
        _row = Of("row");
        _patience = Of("patience");
        _service = Of("service");
        _waited = plan.Symbols.Add("waited");
        _refused = EmissionPlan.ReadAll(node.Find("refused"), plan);
        _abandoned = EmissionPlan.ReadAll(node.Find("abandoned"), plan);
        _served = EmissionPlan.ReadAll(node.Find("served"), plan);

        Evaluation Of(string member) => ExpressionParser.Compile(node.Require(member), plan.Symbols);
    }

    /// <summary>When the arrival comes to the station; <c>null</c> when it does not.</summary>
    public long? TimeFor(Frame frame) => _when is null || _when(frame).IsTrue ? _at(frame).Integer : null;

    /// <summary>Lets the arrival join.</summary>
    /// <param name="emit">Schedules emissions of an arrival.</param>
    public void Join(
        Frame frame,
        long time,
        GeneratorInstance instance,
        Action<IReadOnlyList<EmissionPlan>, Frame, long> emit
    )
    {
        var row = _row(frame).Row;
        var station =
            instance.Stations.FirstOrDefault(one => ReferenceEquals(one.Row, row))
            ?? throw new FixtureException("\"row\" of a queue is not a row of the table of its stations.");
        station.Join(
            new Visitor(
                time,
                _patience(frame).Integer,
                _service(frame).Integer,
                at => Emit(_refused, at),
                at => Emit(_abandoned, at),
                at => Emit(_served, at)
            ),
            time
        );

        void Emit(IReadOnlyList<EmissionPlan> emissions, long at)
        {
            frame.Slots[_waited] = Value.Of(at - time);
            emit(emissions, frame, at);
        }
    }
}
