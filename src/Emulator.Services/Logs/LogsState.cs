using Emulator.Services.Logs.Groups;
using Emulator.Services.Logs.Ingestion;
using Emulator.Services.Resources;
using Emulator.Storage;

namespace Emulator.Services.Logs;

/// <summary>The log groups and other CloudWatch Logs resources of one account in one region.</summary>
public sealed class LogsState
{
    internal LogsState(Scope scope, EmulatorEngine engine)
    {
        Scope = scope;
        Engine = engine;
        Tables = new ResourceTables(scope);
        Groups = new LogGroupTable(scope, engine);
        Tables.Add(Groups);
        Tables.Add(new LogStreamTable(Groups, engine.LogJournal));
        Ingestion = new LogIngestion(engine);
    }

    public Scope Scope { get; }

    internal EmulatorEngine Engine { get; }

    /// <summary>Where rows go at start-up, by kind.</summary>
    internal ResourceTables Tables { get; }

    internal LogGroupTable Groups { get; }

    /// <summary>The way of events into their groups.</summary>
    internal LogIngestion Ingestion { get; }

    /// <summary>Deletes a log group with all that belongs to it. Called in a write.</summary>
    internal void Delete(Write write, LogGroupState group) => Groups.Delete(write, group);
}
