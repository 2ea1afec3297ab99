using Emulator.Protocol.Cbor;
using Emulator.Services.Logs.Events;
using Emulator.Services.Resources;
using Emulator.Storage;

namespace Emulator.Services.Logs.Groups;

/// <summary>The rows of log streams, which belong to their groups.</summary>
sealed class LogStreamTable(LogGroupTable groups, LogJournal journal) : IResourceTable
{
    public string Kind => GroupStreams.Kind;

    public int Count => groups.ByName.All.Sum(group => group.Streams.ByName.Count);

    /// <inheritdoc/>
    public void Load(ResourceRow row)
    {
        var document = CborDocument.Read<LogStreamDocument>(row.Body);
        journal.Find(document.GroupId)?.Streams.Load(document);
    }

    /// <summary>Does nothing: the groups have taken their streams along.</summary>
    public void Clear(Write write) { }
}
