using Emulator.Protocol;
using Emulator.Services.Logs.Groups;

namespace Emulator.Services.Logs.Vended;

/// <summary>The tags of vended log deliveries: given when one is created, changed by the operations for tags only.</summary>
static class VendedTags
{
    /// <summary>The tags that a source, destination or delivery has when it is put; <c>null</c> for none.</summary>
    /// <param name="known">What it has already; <c>null</c> for none.</param>
    /// <param name="name">For the error.</param>
    /// <exception cref="AwsException">ConflictException, InvalidParameterException.</exception>
    public static IReadOnlyDictionary<string, string>? Put(
        bool isUpdate,
        IReadOnlyDictionary<string, string>? known,
        IReadOnlyDictionary<string, string>? given,
        string name
    )
    {
        if (given is null)
        {
            return known;
        }

        return isUpdate
            ? throw VendedErrors.TagsOfUpdate()
            : TagRules.With(new Dictionary<string, string>(), given, name);
    }
}
