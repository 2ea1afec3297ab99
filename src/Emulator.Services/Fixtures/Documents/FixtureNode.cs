using System.Globalization;

namespace Emulator.Services.Fixtures.Documents;

/// <summary>A JSON value of a fixture file that knows where it stands, so that a mistake can be told with its place.</summary>
/// <threadsafety>Immutable.</threadsafety>
sealed class FixtureNode(FixtureNodeKind kind, string text, FixturePosition position)
{
    public FixtureNodeKind Kind => kind;

    /// <summary>The text of a string; a number as it is written; <c>true</c>, <c>false</c> or <c>null</c>.</summary>
    public string Text => text;

    public FixturePosition Position => position;

    /// <summary>The members of an object in the order of the file; no name twice.</summary>
    public IReadOnlyList<KeyValuePair<string, FixtureNode>> Members { get; init; } = [];

    /// <summary>The elements of an array.</summary>
    public IReadOnlyList<FixtureNode> Items { get; init; } = [];

    /// <summary>The member of an object; <c>null</c> when there is none.</summary>
    public FixtureNode? Find(string name)
    {
        foreach (var member in Members)
        {
            if (member.Key == name)
            {
                return member.Value;
            }
        }

        return null;
    }

    /// <exception cref="FixtureException">The member is missing.</exception>
    public FixtureNode Require(string name) => Find(name) ?? throw Error($"\"{name}\" is missing here.");

    /// <summary>Refuses a value that is no object, or has members other than these.</summary>
    /// <exception cref="FixtureException">It is so.</exception>
    public FixtureNode RequireObject(params ReadOnlySpan<string> known)
    {
        Require(FixtureNodeKind.Object, "an object");
        foreach (var (name, value) in Members)
        {
            if (!known.Contains(name))
            {
                throw value.Error($"\"{name}\" is not known here; known are: {string.Join(", ", known)}.");
            }
        }

        return this;
    }

    /// <exception cref="FixtureException">It is no object.</exception>
    public IReadOnlyList<KeyValuePair<string, FixtureNode>> RequireMembers() =>
        Require(FixtureNodeKind.Object, "an object").Members;

    /// <exception cref="FixtureException">It is no array.</exception>
    public IReadOnlyList<FixtureNode> RequireItems() => Require(FixtureNodeKind.Array, "an array").Items;

    /// <exception cref="FixtureException">It is no string.</exception>
    public string RequireText() => Require(FixtureNodeKind.Text, "a string").Text;

    /// <exception cref="FixtureException">It is no number.</exception>
    public double RequireNumber() =>
        double.Parse(Require(FixtureNodeKind.Number, "a number").Text, CultureInfo.InvariantCulture);

    public FixtureException Error(string message) => new(message, position);

    FixtureNode Require(FixtureNodeKind wanted, string display) =>
        kind == wanted ? this : throw Error($"This must be {display}.");
}

/// <summary>What a JSON value is.</summary>
enum FixtureNodeKind
{
    Object,
    Array,
    Text,
    Number,
    Boolean,
    Null,
}
