using System.ComponentModel.DataAnnotations;
using Emulator.Protocol.Shapes;

namespace Emulator.Services.Logs.Shapes;

/// <summary>A tag to look for, and the values that it may have.</summary>
[Shape]
public sealed partial record TagFilter
{
    const StringComparison Exactly = StringComparison.Ordinal;
    const StringComparison Loosely = StringComparison.OrdinalIgnoreCase;

    [Length(1, 128), RegularExpression(Patterns.TagKey)]
    public required string Key { get; init; }

    /// <summary>One of these; any when there is none. <c>*</c> at either end stands for any text, <c>!</c> before a value for all others.</summary>
    [Length(0, 5), ElementLength(0, 259), ElementRegularExpression(Patterns.TagFilterValue)]
    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>Whether a resource has the tag.</summary>
    public bool Matches(IReadOnlyDictionary<string, string> tags) =>
        tags.TryGetValue(Key, out var value) && (Values is not [_, ..] || Values.Any(wanted => Matches(wanted, value)));

    static bool Matches(string wanted, string value)
    {
        if (wanted.StartsWith('!'))
        {
            return !Matches(wanted[1..], value);
        }

        var text = wanted.Trim('*');
        return (wanted.StartsWith('*'), wanted.EndsWith('*')) switch
        {
            (true, true) => value.Contains(text, Loosely),
            (true, false) => value.EndsWith(text, Loosely),
            (false, true) => value.StartsWith(text, Loosely),
            _ => value.Equals(wanted, Exactly),
        };
    }
}
