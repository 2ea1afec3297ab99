using Emulator.Services.CloudWatch;
using Emulator.Services.Resources;
using Emulator.Services.Time;
using Emulator.Storage;

namespace Emulator.Services.Logs;

/// <summary>What a CloudWatch Logs operation gets to work with: the caller's state, the clock, the store.</summary>
/// <param name="requestId">The id of the request, for answers that quote it.</param>
public sealed class LogsScope(EmulatorEngine engine, LogsState state, string requestId)
{
    public Scope Scope => state.Scope;

    public LogsState State => state;

    public EmulatorEngine Engine => engine;

    /// <summary>The metrics of the same account and region, for metric filters and embedded metrics.</summary>
    public CloudWatchState CloudWatch => engine.In(Scope).CloudWatch;

    public EmulatorClock Clock => engine.Clock;

    public IdSource Ids => engine.Ids;

    public string RequestId => requestId;

    /// <inheritdoc cref="Store.Write{T}(Func{Storage.Write, T})"/>
    public Task<T> Write<T>(Func<Write, T> action) => engine.Store.Write(action);

    /// <inheritdoc cref="Store.Write(Action{Storage.Write})"/>
    public Task Write(Action<Write> action) => engine.Store.Write(action);
}
