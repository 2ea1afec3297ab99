using Emulator.Services.CloudWatch.Shapes;
using Emulator.Services.Resources;
using Emulator.Storage;

namespace Emulator.Services.CloudWatch.Tags;

/// <summary>The tags of the CloudWatch resources of one account in one region, by ARN.</summary>
/// <threadsafety>Changed inside a write; read from any thread.</threadsafety>
sealed class ResourceTags
{
    /// <summary>The most tags that a resource may have.</summary>
    public const int MaxTags = 50;

    const string ReservedPrefix = "aws:";

    readonly ResourceTable<TaggedResource> _table;
    readonly Dictionary<string, Func<string, bool>> _exists = [];

    public ResourceTags(ResourceTables tables) =>
        _table = tables.Add<TaggedResource>("cloudwatch-tags", tagged => tagged.Arn);

    /// <summary>Makes a type of resource taggable; in a constructor.</summary>
    /// <param name="type">The type as ARNs spell it, e.g. <c>alarm</c>.</param>
    /// <param name="exists">Whether there is a resource of a name.</param>
    public void AddType(string type, Func<string, bool> exists) => _exists.Add(type, exists);

    public bool Exists(CloudWatchArn arn) => _exists.TryGetValue(arn.Type, out var exists) && exists(arn.Name);

    /// <summary>In the order in which their keys were first given; empty for a resource without tags and for one that does not exist.</summary>
    public IReadOnlyList<Tag> Of(string arn) => _table.Find(arn)?.Tags ?? [];

    /// <summary>Gives a resource tags; a key that it has gets its new value.</summary>
    /// <exception cref="Protocol.AwsException">InvalidParameterValue: the resource would have too many.</exception>
    public void Merge(Write write, string arn, IReadOnlyList<Tag> tags)
    {
        var merged = Of(arn).ToList();
        foreach (var tag in tags)
        {
            var index = merged.FindIndex(other => other.Key == tag.Key);
            if (index < 0)
            {
                merged.Add(tag);
            }
            else
            {
                merged[index] = tag;
            }
        }

        if (merged.Count > MaxTags)
        {
            throw CloudWatchErrors.TooManyTags(MaxTags);
        }

        _table.Put(write, new TaggedResource { Arn = arn, Tags = merged });
    }

    /// <summary>Takes tags from a resource; keys that it does not have are passed over.</summary>
    public void Remove(Write write, string arn, IReadOnlyList<string> keys)
    {
        List<Tag> rest = [.. Of(arn).Where(tag => !keys.Contains(tag.Key))];
        if (rest.Count == 0)
        {
            Clear(write, arn);
        }
        else
        {
            _table.Put(write, new TaggedResource { Arn = arn, Tags = rest });
        }
    }

    /// <summary>Forgets the tags of a resource that is deleted.</summary>
    public void Clear(Write write, string arn) => _table.Remove(write, arn);

    /// <summary>The rules of tags that their shape does not declare; for every operation that takes tags.</summary>
    /// <exception cref="Protocol.AwsException">InvalidParameterValue.</exception>
    public static void Require(IReadOnlyList<Tag> tags)
    {
        var keys = new HashSet<string>();
        foreach (var tag in tags)
        {
            if (tag.Key.StartsWith(ReservedPrefix, StringComparison.OrdinalIgnoreCase))
            {
                throw CloudWatchErrors.ReservedTagKey(tag.Key);
            }

            if (!keys.Add(tag.Key))
            {
                throw CloudWatchErrors.DuplicateTagKey(tag.Key);
            }
        }

        if (tags.Count > MaxTags)
        {
            throw CloudWatchErrors.TooManyTags(MaxTags);
        }
    }
}
