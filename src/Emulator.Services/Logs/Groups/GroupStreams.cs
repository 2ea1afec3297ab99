using System.Collections.Immutable;
using System.Globalization;
using Emulator.Protocol.Cbor;
using Emulator.Services.Logs.Events;
using Emulator.Services.Resources;
using Emulator.Storage;

namespace Emulator.Services.Logs.Groups;

/// <summary>The log streams of one log group.</summary>
/// <threadsafety>Changed by the writer; read from any thread, each time a consistent snapshot.</threadsafety>
sealed class GroupStreams(Scope scope, long groupId)
{
    /// <summary>Persisted.</summary>
    public const string Kind = "logs.stream";

    readonly NameIndex<LogStreamState> _byName = new(stream => stream.Name);
    volatile ImmutableDictionary<long, LogStreamState> _byId = ImmutableDictionary<long, LogStreamState>.Empty;

    public NameIndex<LogStreamState> ByName => _byName;

    public LogStreamState? Find(long id) => _byId.GetValueOrDefault(id);

    public bool Exists(long id) => _byId.ContainsKey(id);

    /// <exception cref="Protocol.AwsException">ResourceNotFoundException.</exception>
    public LogStreamState Require(string name) => _byName.Find(name) ?? throw LogsErrors.LogStreamNotFound();

    public LogStreamState Create(Write write, string name, long creationTime) =>
        Import_OnWriter(write, write.NextSequence(), name, creationTime);

    /// <summary>Adds a stream whose events are in blocks already.</summary>
    /// <param name="id">From <see cref="Write.NextSequence"/>.</param>
    public LogStreamState Import_OnWriter(Write write, long id, string name, long creationTime)
    {
        var document = new LogStreamDocument
        {
            Id = id,
            GroupId = groupId,
            LogStreamName = name,
            CreationTime = creationTime,
        };
        write.PutResource(Row(document));
        return Load(document);
    }

    public void Delete(Write write, LogStreamState stream)
    {
        write.DeleteResource(Kind, scope.ToString(), RowName(stream.Document));
        _byName.Remove(stream.Name);
        _byId = _byId.Remove(stream.Id);
    }

    /// <summary>Deletes all, with their group.</summary>
    public void DeleteAll(Write write)
    {
        foreach (var stream in _byName.All)
        {
            Delete(write, stream);
        }
    }

    /// <summary>Stores that events of a stream have been freed.</summary>
    public void Free(Write write, StreamShare share)
    {
        if (Find(share.StreamId) is { } stream)
        {
            write.PutResource(Row(stream.Free_OnWriter(share)));
        }
    }

    /// <summary>Takes in a stream at start-up.</summary>
    public LogStreamState Load(LogStreamDocument document)
    {
        var stream = new LogStreamState(document);
        _byName.Put(stream);
        _byId = _byId.Add(stream.Id, stream);
        return stream;
    }

    ResourceRow Row(LogStreamDocument document) =>
        new(Kind, scope.ToString(), RowName(document), CborDocument.Write(document));

    /// <summary>Unique among the streams of all groups of the scope.</summary>
    static string RowName(LogStreamDocument document) =>
        string.Create(CultureInfo.InvariantCulture, $"{document.GroupId}/{document.LogStreamName}");
}
