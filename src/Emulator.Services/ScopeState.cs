using Emulator.Services.CloudWatch;
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
    }

    public Scope Scope { get; }

    public CloudWatchState CloudWatch { get; }

    public LogsState Logs { get; }

    /// <summary>All tables of both services.</summary>
    internal IEnumerable<IResourceTable> Tables => [.. CloudWatch.Tables.All, .. Logs.Tables.All];
}
