using Emulator.Protocol;

namespace Emulator.Services.Logs.Groups;

/// <summary>The rules for tags.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_TagResource.html"/></remarks>
static class TagRules
{
    /// <summary>How many tags a resource can have.</summary>
    public const int MaxCount = 50;

    const string ReservedPrefix = "aws:";

    /// <summary>The tags that a resource has after some are added or overwritten.</summary>
    /// <param name="resource">The name of the resource, for the error.</param>
    /// <exception cref="AwsException">InvalidParameterException, TooManyTagsException.</exception>
    public static IReadOnlyDictionary<string, string> With(
        IReadOnlyDictionary<string, string> tags,
        IReadOnlyDictionary<string, string> added,
        string resource
    )
    {
        var all = new SortedDictionary<string, string>(tags.ToDictionary(), StringComparer.Ordinal);
        foreach (var (key, value) in added)
        {
            all[key] = key.StartsWith(ReservedPrefix, StringComparison.Ordinal)
                ? throw LogsErrors.ReservedTagKey()
                : value;
        }

        return all.Count <= MaxCount ? all : throw LogsErrors.TooManyTags(resource);
    }

    /// <summary>The tags that a resource has after some are taken away; keys that it does not have do not matter.</summary>
    public static IReadOnlyDictionary<string, string> Without(
        IReadOnlyDictionary<string, string> tags,
        IReadOnlyCollection<string> keys
    ) =>
        new SortedDictionary<string, string>(
            tags.Where(tag => !keys.Contains(tag.Key)).ToDictionary(),
            StringComparer.Ordinal
        );
}
