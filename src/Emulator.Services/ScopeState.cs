using Emulator.Services.CloudWatch;
using Emulator.Services.Fixtures.Loading;
using Emulator.Services.Logs;
using Emulator.Services.Resources;

namespace Emulator.Services;

/// <summary>Everything that one account has in one region.</summary>
public sealed class ScopeState
{
    internal ScopeState(Scope scope, EmulatorEngine engine)
    {
        Scope = scope;
        CloudWatch = new CloudWatchState(scope, engine);
        Logs = new LogsState(scope, engine);
        OwnTables = new ResourceTables(scope);
        Fixtures = OwnTables.Add<LoadedFixture>("fixture", fixture => fixture.Name);
    }

    public Scope Scope { get; }

    public CloudWatchState CloudWatch { get; }

    public LogsState Logs { get; }

    /// <summary>The worlds that have been loaded here.</summary>
    internal ResourceTable<LoadedFixture> Fixtures { get; }

    /// <summary>All tables: of both services, and the emulator's own.</summary>
    internal IEnumerable<IResourceTable> Tables => [.. CloudWatch.Tables.All, .. Logs.Tables.All, .. OwnTables.All];

    ResourceTables OwnTables { get; }

    /// <summary>The table that takes in rows of a kind at start-up.</summary>
    internal IResourceTable? FindTable(string kind) =>
        CloudWatch.Tables.Find(kind) ?? Logs.Tables.Find(kind) ?? OwnTables.Find(kind);
}
