using Emulator.Services.CloudWatch.Dashboards;
using Emulator.Services.CloudWatch.Tags;
using Emulator.Services.Resources;
using Emulator.Services.Time;
using Emulator.Storage;

namespace Emulator.Services.CloudWatch;

/// <summary>What a CloudWatch operation gets to work with: the caller's state, the clock, the store.</summary>
/// <param name="requestId">The id of the request, for answers that quote it.</param>
public sealed class CloudWatchScope(EmulatorEngine engine, CloudWatchState state, string requestId)
{
    public Scope Scope => state.Scope;

    public CloudWatchState State => state;

    /// <summary>The dashboards of the account, which all its regions share.</summary>
    internal ResourceTable<Dashboard> Dashboards => engine.In(state.Scope.Global).CloudWatch.Dashboards;

    internal ResourceTags DashboardTags => engine.In(state.Scope.Global).CloudWatch.Tags;

    public EmulatorEngine Engine => engine;

    public EmulatorClock Clock => engine.Clock;

    public IdSource Ids => engine.Ids;

    public string RequestId => requestId;

    /// <inheritdoc cref="Store.Write{T}(Func{Storage.Write, T})"/>
    public Task<T> Write<T>(Func<Write, T> action) => engine.Store.Write(action);

    /// <inheritdoc cref="Store.Write(Action{Storage.Write})"/>
    public Task Write(Action<Write> action) => engine.Store.Write(action);
}
