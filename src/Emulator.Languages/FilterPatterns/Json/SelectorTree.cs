using System.Text;
using System.Text.Json;
using Emulator.Languages.FilterPatterns.Syntax;

namespace Emulator.Languages.FilterPatterns.Json;

/// <summary>A compiled test of a scalar.</summary>
delegate bool ScalarTest(JsonTokenType kind, ReadOnlySpan<byte> text);

/// <summary>The selectors of a pattern, joined at their common beginnings, so that one walk serves them all.</summary>
/// <threadsafety>Filled by one thread; immutable afterwards.</threadsafety>
sealed class SelectorTree
{
    public SelectorTree()
    {
        Root = NewNode();
    }

    public SelectorNode Root { get; }

    public int NodeCount { get; private set; }

    public int TestCount { get; private set; }

    /// <summary>Asks something of the values that a selector leads to.</summary>
    /// <param name="test">Absent to ask whether there is a value at all.</param>
    /// <returns>The number of the test, from zero.</returns>
    public int AddTest(Selector selector, ScalarTest? test)
    {
        Add(selector).Tests.Add((TestCount, test));
        return TestCount++;
    }

    /// <summary>The node where a selector ends.</summary>
    public SelectorNode Add(Selector selector)
    {
        var node = Root;
        foreach (var step in selector.Steps)
        {
            node = Child(node, step);
        }

        return node;
    }

    SelectorNode Child(SelectorNode node, SelectorStep step)
    {
        switch (step)
        {
            case MemberStep { Name: var text }:
                var name = Encoding.UTF8.GetBytes(text);
                if (node.FindMember(name) is { } member)
                {
                    return member;
                }

                node.Members.Add((name, NewNode()));
                return node.Members[^1].Node;

            case ElementStep { Index: var index }:
                if (node.FindElement(index) is { } element)
                {
                    return element;
                }

                node.Elements.Add((index, NewNode()));
                return node.Elements[^1].Node;

            case AnyMemberStep:
                return node.AnyMember ??= NewNode();

            case AnyElementStep:
                return node.AnyElement ??= NewNode();

            default:
                throw new ArgumentOutOfRangeException(nameof(step));
        }
    }

    SelectorNode NewNode() => new(NodeCount++);
}

/// <summary>A place in a message that selectors lead to or pass.</summary>
/// <param name="id">Its number in the tree, from zero.</param>
sealed class SelectorNode(int id)
{
    public int Id { get; } = id;

    public List<(byte[] Name, SelectorNode Node)> Members { get; } = [];

    public SelectorNode? AnyMember { get; set; }

    public List<(int Index, SelectorNode Node)> Elements { get; } = [];

    public SelectorNode? AnyElement { get; set; }

    /// <summary>What <see cref="SelectorTree.AddTest"/> asked, with the numbers it gave.</summary>
    public List<(int Number, ScalarTest? Test)> Tests { get; } = [];

    public bool LeadsIntoObjects => Members.Count > 0 || AnyMember is not null;

    public bool LeadsIntoArrays => Elements.Count > 0 || AnyElement is not null;

    public SelectorNode? FindMember(ReadOnlySpan<byte> name)
    {
        foreach (var member in Members)
        {
            if (name.SequenceEqual(member.Name))
            {
                return member.Node;
            }
        }

        return null;
    }

    public SelectorNode? FindElement(int index)
    {
        foreach (var element in Elements)
        {
            if (index == element.Index)
            {
                return element.Node;
            }
        }

        return null;
    }
}
