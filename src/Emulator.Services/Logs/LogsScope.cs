using Emulator.Protocol;
using Emulator.Services.CloudWatch;
using Emulator.Services.Logs.Groups;
using Emulator.Services.Logs.Ingestion;
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

    /// <summary>The events of the request that are to be refused whatever their time; <c>null</c>, the default, for none.</summary>
    public EventRejection? Rejection { get; init; }

    /// <summary>The emulated time, in milliseconds since the epoch.</summary>
    public long Now => engine.Clock.GetUtcNow().ToUnixTimeMilliseconds();

    internal LogGroupTable Groups => state.Groups;

    /// <inheritdoc cref="Store.Write{T}(Func{Storage.Write, T})"/>
    public Task<T> Write<T>(Func<Write, T> action) => engine.Store.Write(action);

    /// <inheritdoc cref="Store.Write(Action{Storage.Write})"/>
    public Task Write(Action<Write> action) => engine.Store.Write(action);

    /// <summary>Finds a log group where an operation takes either its name or its identifier.</summary>
    /// <exception cref="AwsException">ValidationException: both or neither; ResourceNotFoundException.</exception>
    internal LogGroupState RequireGroup(string? name, string? identifier) =>
        (name, identifier) switch
        {
            ({ }, { }) => throw LogsErrors.NameWithIdentifier(),
            ({ }, null) => Groups.Require(name),
            (null, { }) => RequireGroup(identifier),
            _ => throw LogsErrors.NameOrIdentifierMissing(),
        };

    /// <summary>Finds a log group by its name or its ARN; every account of the region counts as linked.</summary>
    /// <exception cref="AwsException">ResourceNotFoundException.</exception>
    internal LogGroupState RequireGroup(string identifier)
    {
        if (!LogArn.TryParseLogGroup(identifier, out var owner, out var name))
        {
            return Groups.Require(identifier);
        }

        return owner.Region == Scope.Region
            ? engine.In(owner).Logs.Groups.Require(name)
            : throw LogsErrors.LogGroupNotFound();
    }

    /// <summary>Finds a log group of the caller by its name or its ARN, to change it.</summary>
    /// <exception cref="AwsException">ResourceNotFoundException.</exception>
    internal LogGroupState RequireOwnGroup(string identifier)
    {
        var group = RequireGroup(identifier);
        return group.Scope == Scope ? group : throw LogsErrors.LogGroupNotFound();
    }
}
