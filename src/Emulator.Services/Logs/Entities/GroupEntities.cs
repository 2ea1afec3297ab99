namespace Emulator.Services.Logs.Entities;

/// <summary>The entities of the events of one log group, as fields.</summary>
/// <threadsafety>Immutable.</threadsafety>
sealed class GroupEntities
{
    readonly Dictionary<long, List<(long From, EntityFields? Fields)>> _streams;

    GroupEntities(Dictionary<long, List<(long From, EntityFields? Fields)>> streams)
    {
        _streams = streams;
    }

    /// <param name="versions">In the order of time for each stream.</param>
    /// <returns><c>null</c> when there are none.</returns>
    public static GroupEntities? Of(IEnumerable<EntityVersion> versions)
    {
        var streams = versions
            .GroupBy(version => version.StreamId)
            .ToDictionary(
                stream => stream.Key,
                stream =>
                    stream
                        .Select(version =>
                            (version.From, version.Entity is null ? null : new EntityFields(version.Entity))
                        )
                        .ToList()
            );
        return streams.Count == 0 ? null : new GroupEntities(streams);
    }

    /// <returns><c>null</c> when the request named none.</returns>
    public EntityFields? Find(long streamId, long request) =>
        _streams.TryGetValue(streamId, out var versions)
            ? versions.FindLast(version => version.From <= request).Fields
            : null;
}
