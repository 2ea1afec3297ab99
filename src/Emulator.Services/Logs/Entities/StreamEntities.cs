using System.Globalization;
using Emulator.Services.Logs.Shapes;
using Emulator.Services.Resources;
using Emulator.Storage;

namespace Emulator.Services.Logs.Entities;

/// <summary>What sent the events of the log streams of an account in a region, as PutLogEvents was told.</summary>
/// <remarks>A sender names the same entity with every request; what is kept is where it changes.</remarks>
/// <threadsafety>Changed inside a <see cref="Store.Write{T}"/>; read from any thread.</threadsafety>
sealed class StreamEntities(ResourceTable<EntityVersion> table)
{
    /// <summary>The name of a version among those of all log groups, in the order of time for each stream.</summary>
    public static string NameOf(EntityVersion version) =>
        PrefixOf(version.LogGroupName, version.StreamId) + Digits(version.From);

    /// <summary>The entities of a log group's events; <c>null</c> when none was ever named.</summary>
    public GroupEntities? Of(string groupName) =>
        table.Count == 0 ? null : GroupEntities.Of(table.WithPrefix(LogsState.NameOf(groupName, "")));

    /// <summary>Remembers what has sent a request.</summary>
    /// <param name="request">Its sequence.</param>
    /// <param name="entity"><c>null</c> when it named none.</param>
    public void Note_OnWriter(Write write, string groupName, long streamId, long request, Entity? entity)
    {
        if (entity is null && table.Count == 0)
        {
            return;
        }

        var last = table.WithPrefix(PrefixOf(groupName, streamId), descending: true).FirstOrDefault();
        if (
            !IsSame(entity?.KeyAttributes, last?.Entity?.KeyAttributes)
            || !IsSame(entity?.Attributes, last?.Entity?.Attributes)
        )
        {
            table.Put(
                write,
                new EntityVersion
                {
                    LogGroupName = groupName,
                    StreamId = streamId,
                    From = request,
                    Entity = entity,
                }
            );
        }
    }

    /// <summary>Forgets the entities of a log group that is deleted.</summary>
    public void Drop(Write write, string groupName) => DropAll(write, LogsState.NameOf(groupName, ""));

    /// <summary>Forgets the entities of a log stream that is deleted.</summary>
    public void Drop(Write write, string groupName, long streamId) => DropAll(write, PrefixOf(groupName, streamId));

    void DropAll(Write write, string prefix)
    {
        foreach (var version in table.WithPrefix(prefix))
        {
            table.Remove(write, NameOf(version));
        }
    }

    static bool IsSame(IReadOnlyDictionary<string, string>? left, IReadOnlyDictionary<string, string>? right) =>
        (left?.Count ?? 0) == (right?.Count ?? 0)
        && (left is null || left.All(pair => right!.GetValueOrDefault(pair.Key) == pair.Value));

    static string PrefixOf(string groupName, long streamId) => LogsState.NameOf(groupName, Digits(streamId) + ":");

    static string Digits(long number) => number.ToString("D19", CultureInfo.InvariantCulture);
}
