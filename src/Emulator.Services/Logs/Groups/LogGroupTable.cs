using Emulator.Protocol;
using Emulator.Protocol.Cbor;
using Emulator.Services.Logs.Events;
using Emulator.Services.Resources;
using Emulator.Storage;

namespace Emulator.Services.Logs.Groups;

/// <summary>The log groups of one scope, with their streams and events.</summary>
/// <threadsafety>Changed inside a <see cref="Store.Write{T}"/>; read from any thread, each time a consistent snapshot.</threadsafety>
sealed class LogGroupTable(Scope scope, EmulatorEngine engine) : IResourceTable
{
    readonly NameIndex<LogGroupState> _byName = new(group => group.Name);

    /// <summary>Persisted.</summary>
    public string Kind => "logs.group";

    public int Count => _byName.Count;

    public NameIndex<LogGroupState> ByName => _byName;

    public LogGroupState? Find(string name) => _byName.Find(name);

    /// <exception cref="AwsException">ResourceNotFoundException.</exception>
    public LogGroupState Require(string name) => Find(name) ?? throw LogsErrors.LogGroupNotFound();

    /// <param name="document">Its <see cref="LogGroupDocument.Id"/> comes from <see cref="Write.NextSequence"/>.</param>
    public void Create(Write write, LogGroupDocument document)
    {
        write.PutResource(Row(document));
        Add(document);
    }

    public void Update(Write write, LogGroupState group, LogGroupDocument document)
    {
        write.PutResource(Row(document));
        group.Document = document;
    }

    /// <summary>Deletes a group with its streams and events.</summary>
    public void Delete(Write write, LogGroupState group)
    {
        group.Streams.DeleteAll(write);
        group.Events.Drop_OnWriter(write);
        engine.LogJournal.Remove(group);
        write.DeleteResource(Kind, scope.ToString(), group.Name);
        _byName.Remove(group.Name);
    }

    /// <summary>Takes in a group at start-up; before its streams.</summary>
    public void Load(ResourceRow row) => Add(CborDocument.Read<LogGroupDocument>(row.Body));

    /// <inheritdoc/>
    public void Clear(Write write)
    {
        foreach (var group in _byName.All)
        {
            Delete(write, group);
        }
    }

    void Add(LogGroupDocument document)
    {
        var group = new LogGroupState(scope, document, engine.Store);
        _byName.Put(group);
        engine.LogJournal.Add(group);
    }

    ResourceRow Row(LogGroupDocument document) =>
        new(Kind, scope.ToString(), document.LogGroupName, CborDocument.Write(document));
}
