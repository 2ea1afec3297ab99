using Emulator.Protocol;
using Emulator.Storage;

namespace Emulator.Services.Logs.Groups;

/// <summary>The tags of a resource, wherever they are stored.</summary>
sealed class TaggedResource
{
    static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>();

    readonly Action<Write, IReadOnlyDictionary<string, string>> _put;

    TaggedResource(IReadOnlyDictionary<string, string> tags, Action<Write, IReadOnlyDictionary<string, string>> put)
    {
        Tags = tags;
        _put = put;
    }

    public IReadOnlyDictionary<string, string> Tags { get; }

    /// <exception cref="AwsException">ResourceNotFoundException.</exception>
    public static TaggedResource LogGroup(LogsScope logs, string name)
    {
        var group = logs.Groups.Require(name);
        return new TaggedResource(
            group.Document.Tags,
            (write, tags) => logs.Groups.Update(write, group, group.Document with { Tags = tags })
        );
    }

    /// <exception cref="AwsException">ResourceNotFoundException: there is no such resource of the caller.</exception>
    public static TaggedResource ByArn(LogsScope logs, string arn) =>
        LogArn.TryParseLogGroup(arn, out var owner, out var name) && owner == logs.Scope ? LogGroup(logs, name)
        : LogArn.TryParseDestination(arn, out owner, out name) && owner == logs.Scope ? Destination(logs, name)
        : LogArn.TryParseLookupTable(arn, out owner, out name) && owner == logs.Scope ? LookupTable(logs, name)
        : LogArn.TryParseScheduledQuery(arn, out owner, out _) && owner == logs.Scope ? ScheduledQuery(logs, arn)
        : LogArn.TryParseDeliverySource(arn, out owner, out name) && owner == logs.Scope ? VendedSource(logs, name)
        : LogArn.TryParseDeliveryDestination(arn, out owner, out name) && owner == logs.Scope
            ? VendedDestination(logs, name)
        : LogArn.TryParseDelivery(arn, out owner, out var id) && owner == logs.Scope ? VendedDelivery(logs, id)
        : throw LogsErrors.ResourceNotFound();

    static TaggedResource Destination(LogsScope logs, string name)
    {
        var document = logs.State.Destinations.Find(name) ?? throw LogsErrors.ResourceNotFound();
        return new TaggedResource(
            document.Tags,
            (write, tags) => logs.State.Destinations.Put(write, document with { Tags = tags })
        );
    }

    static TaggedResource ScheduledQuery(LogsScope logs, string arn)
    {
        var document = logs.State.ScheduledQueries.Find(arn) ?? throw LogsErrors.ResourceNotFound();
        return new TaggedResource(
            document.Tags,
            (write, tags) => logs.State.ScheduledQueries.Store(write, document with { Tags = tags })
        );
    }

    static TaggedResource LookupTable(LogsScope logs, string name)
    {
        var document = logs.State.LookupTables.Find(name) ?? throw LogsErrors.ResourceNotFound();
        return new TaggedResource(
            document.Tags,
            (write, tags) => logs.State.LookupTables.Replace(write, document with { Tags = tags })
        );
    }

    static TaggedResource VendedSource(LogsScope logs, string name)
    {
        var source = logs.State.Vended.Sources.Find(name) ?? throw LogsErrors.ResourceNotFound();
        return new TaggedResource(
            source.Tags ?? None,
            (write, tags) => logs.State.Vended.Sources.Put(write, source with { Tags = OrNull(tags) })
        );
    }

    static TaggedResource VendedDestination(LogsScope logs, string name)
    {
        var document = logs.State.Vended.Destinations.Find(name) ?? throw LogsErrors.ResourceNotFound();
        return new TaggedResource(
            document.Destination.Tags ?? None,
            (write, tags) =>
                logs.State.Vended.Destinations.Put(
                    write,
                    document with
                    {
                        Destination = document.Destination with { Tags = OrNull(tags) },
                    }
                )
        );
    }

    static TaggedResource VendedDelivery(LogsScope logs, string id)
    {
        var delivery = logs.State.Vended.Deliveries.Find(id) ?? throw LogsErrors.ResourceNotFound();
        return new TaggedResource(
            delivery.Tags ?? None,
            (write, tags) => logs.State.Vended.Deliveries.Put(write, delivery with { Tags = OrNull(tags) })
        );
    }

    static IReadOnlyDictionary<string, string>? OrNull(IReadOnlyDictionary<string, string> tags) =>
        tags.Count == 0 ? null : tags;

    /// <summary>Replaces the tags. Called in a write.</summary>
    public void Change(
        Write write,
        Func<IReadOnlyDictionary<string, string>, IReadOnlyDictionary<string, string>> change
    ) => _put(write, change(Tags));
}
