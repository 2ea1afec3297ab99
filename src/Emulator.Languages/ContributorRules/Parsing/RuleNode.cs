using System.Text.Json;
using Emulator.Languages.Text;

namespace Emulator.Languages.ContributorRules.Parsing;

/// <summary>A part of a definition, and where it stands; asked for what it must be.</summary>
/// <param name="Path">Empty for the whole.</param>
readonly record struct RuleNode(string Path, JsonElement Element)
{
    /// <summary>The members of an object.</summary>
    /// <exception cref="SyntaxException">It is not an object.</exception>
    public IEnumerable<(string Name, RuleNode Node)> Members()
    {
        if (Element.ValueKind != JsonValueKind.Object)
        {
            throw ContributorRuleErrors.Wrong(Path, "an object");
        }

        var parent = this;
        return Element.EnumerateObject().Select(member => (member.Name, parent.At(member.Name, member.Value)));
    }

    /// <summary>A member, or <c>null</c> when there is none.</summary>
    public RuleNode? Find(string name) => Element.TryGetProperty(name, out var value) ? At(name, value) : null;

    /// <exception cref="SyntaxException">There is no such member.</exception>
    public RuleNode Require(string name) =>
        Find(name) ?? throw ContributorRuleErrors.Missing(Path.Length == 0 ? name : $"{Path}.{name}");

    /// <exception cref="SyntaxException">It is not an object, or has a member with another name.</exception>
    public void RequireOnly(params ReadOnlySpan<string> names)
    {
        foreach (var (name, node) in Members())
        {
            if (!names.Contains(name))
            {
                throw ContributorRuleErrors.Unknown(node.Path);
            }
        }
    }

    /// <exception cref="SyntaxException">It is not an array, or has fewer or more elements.</exception>
    public IReadOnlyList<RuleNode> Elements(int min, int max)
    {
        if (
            Element.ValueKind != JsonValueKind.Array
            || Element.GetArrayLength() < min
            || Element.GetArrayLength() > max
        )
        {
            throw ContributorRuleErrors.Wrong(
                Path,
                max == int.MaxValue ? "an array that is not empty" : $"an array of {min} to {max} elements"
            );
        }

        var path = Path;
        return [.. Element.EnumerateArray().Select((element, index) => new RuleNode($"{path}[{index}]", element))];
    }

    /// <exception cref="SyntaxException">It is not a string.</exception>
    public string Text()
    {
        try
        {
            return Element.ValueKind == JsonValueKind.String
                ? Element.GetString()!
                : throw ContributorRuleErrors.Wrong(Path, "a string");
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, which JSON can spell and nothing can hold.
            throw ContributorRuleErrors.Wrong(Path, "a string of whole characters");
        }
    }

    /// <exception cref="SyntaxException">It is none of some texts.</exception>
    public string OneOf(string one, string other) =>
        Element.ValueKind == JsonValueKind.String && (Element.ValueEquals(one) || Element.ValueEquals(other))
            ? Text()
            : throw ContributorRuleErrors.Wrong(Path, $"\"{one}\" or \"{other}\"");

    /// <exception cref="SyntaxException">It is not a number that is finite.</exception>
    public double Number() =>
        Element.ValueKind == JsonValueKind.Number && Element.TryGetDouble(out var number) && double.IsFinite(number)
            ? number
            : throw ContributorRuleErrors.Wrong(Path, "a number");

    /// <exception cref="SyntaxException">It is not <c>true</c> or <c>false</c>.</exception>
    public bool Flag() =>
        Element.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? Element.GetBoolean()
            : throw ContributorRuleErrors.Wrong(Path, "true or false");

    RuleNode At(string name, JsonElement value) => new(Path.Length == 0 ? name : $"{Path}.{name}", value);
}
