using Emulator.Services.Fixtures.Documents;
using Emulator.Services.Fixtures.Expressions;
using Emulator.Services.Fixtures.Worlds;

namespace Emulator.Services.Fixtures.Generation;

/// <summary>Places where arrivals wait for one of several servers: one for each row of a table.</summary>
sealed class StationPlan
{
    readonly Table _table;
    readonly int _row;
    readonly Evaluation _servers;
    readonly Evaluation _places;
    readonly int _waiting;
    readonly int _longest;
    readonly int _isActive;

    /// <exception cref="FixtureException">The description is wrong.</exception>
    public StationPlan(FixtureNode node, Symbols symbols)
    {
        node.RequireObject("each", "as", "servers", "places");
        var each = node.Require("each");
        _table =
            symbols.World.Tables.GetValueOrDefault(each.RequireText())
            ?? throw each.Error($"There is no table '{each.Text}'.");
        _row = symbols.Add(node.Require("as").RequireText());
        _servers = ExpressionParser.Compile(node.Require("servers"), symbols);
        _places = ExpressionParser.Compile(node.Require("places"), symbols);
        _waiting = symbols.Add("station.waiting");
        _longest = symbols.Add("station.longest");
        _isActive = symbols.Add("station.active");
    }

    /// <param name="schedule">Runs something at a time.</param>
    public IReadOnlyList<Station> Open(Action<long, Action<long>> schedule) =>
        [.. _table.Rows.Select(row => new Station(row, schedule))];

    /// <summary>Sets the servers and places of a minute.</summary>
    public void Staff(Station station, Frame frame, long time)
    {
        frame.Slots[_row] = Value.Of(station.Row);
        station.Staff((int)_servers(frame).Integer, (int)_places(frame).Integer, time);
    }

    /// <summary>Sets the variables that tell about a station.</summary>
    public void Show(Station station, Frame frame)
    {
        frame.Slots[_row] = Value.Of(station.Row);
        frame.Slots[_waiting] = Value.Of(station.Waiting);
        frame.Slots[_longest] = Value.Of(station.LongestWait / 1000.0);
        frame.Slots[_isActive] = Value.Of(station.WasActive);
    }
}
