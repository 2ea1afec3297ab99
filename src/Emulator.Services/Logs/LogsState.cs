using Emulator.Services.Resources;

namespace Emulator.Services.Logs;

/// <summary>The log groups and other CloudWatch Logs resources of one account in one region.</summary>
public sealed class LogsState
{
    internal LogsState(Scope scope, EmulatorEngine engine)
    {
        Scope = scope;
        Engine = engine;
        Tables = new ResourceTables(scope);
    }

    public Scope Scope { get; }

    internal EmulatorEngine Engine { get; }

    /// <summary>Where rows go at start-up, by kind.</summary>
    internal ResourceTables Tables { get; }
}
