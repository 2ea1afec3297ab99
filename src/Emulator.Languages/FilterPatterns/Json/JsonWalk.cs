using System.Buffers;
using System.Text.Json;

namespace Emulator.Languages.FilterPatterns.Json;

/// <summary>One walk over a JSON message along the paths of a <see cref="SelectorTree"/>.</summary>
/// <remarks>
/// An object is read to its end before the walk goes into its members, because of members with equal names the last one
/// counts. With a wildcard each of them counts.
/// </remarks>
readonly ref struct JsonWalk
{
    // As deep as Jackson, the JSON reader of AWS's own services, goes by default.
    static readonly JsonReaderOptions Options = new() { MaxDepth = 1000 };

    readonly ReadOnlySpan<byte> _message;
    readonly Span<JsonValue> _members;
    readonly Span<bool> _outcomes;
    readonly Span<JsonValue> _found;

    /// <param name="members">Room for one value per node.</param>
    /// <param name="outcomes">One per test, all false; set when any value passes the test.</param>
    /// <param name="found">Takes the first scalar of each node; empty when nobody asks.</param>
    public JsonWalk(
        ReadOnlySpan<byte> message,
        Span<JsonValue> members,
        Span<bool> outcomes,
        Span<JsonValue> found = default
    )
    {
        _message = message;
        _members = members;
        _outcomes = outcomes;
        _found = found;
    }

    /// <summary>Walks the message; answers false when it is not one JSON object as a whole.</summary>
    public bool TryWalk(SelectorTree tree)
    {
        if (!LooksLikeObject(_message))
        {
            return false;
        }

        try
        {
            VisitMembers(tree.Root, _message, 0);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Keeps plain lines, and what Python prints for a dictionary, from the price of an exception.</summary>
    static bool LooksLikeObject(ReadOnlySpan<byte> message)
    {
        message = message.Trim(" \t\r\n"u8);
        return message is [(byte)'{', .. var members, (byte)'}']
            && members.TrimStart(" \t\r\n"u8) is [] or [(byte)'"', ..];
    }

    void Visit(SelectorNode node, JsonValue value)
    {
        if (node.Tests.Count > 0)
        {
            Test(node, value);
        }

        if (value.IsScalar && !_found.IsEmpty && !_found[node.Id].Exists)
        {
            _found[node.Id] = value;
        }

        var content = _message.Slice(value.Start, value.Length);
        if (value.Kind == JsonTokenType.StartObject && node.LeadsIntoObjects)
        {
            VisitMembers(node, content, value.Start);
        }
        else if (value.Kind == JsonTokenType.StartArray && node.LeadsIntoArrays)
        {
            VisitElements(node, content, value.Start);
        }
    }

    void Test(SelectorNode node, JsonValue value)
    {
        var buffer = value.IsEscaped ? ArrayPool<byte>.Shared.Rent(value.Length) : null;
        var text = value.Text(_message, buffer);
        foreach (var (number, test) in node.Tests)
        {
            _outcomes[number] |= test is null || (value.IsScalar && test(value.Kind, text));
        }

        if (buffer is not null)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    void VisitMembers(SelectorNode node, ReadOnlySpan<byte> content, int offset)
    {
        foreach (var (_, member) in node.Members)
        {
            _members[member.Id] = default;
        }

        var reader = new Utf8JsonReader(content, Options);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var member = FindMember(node, ref reader);
            reader.Read();
            var value = Take(ref reader, offset);
            if (member is not null)
            {
                _members[member.Id] = value;
            }

            if (node.AnyMember is not null)
            {
                Visit(node.AnyMember, value);
            }
        }

        // Text behind the object makes the reader throw.
        reader.Read();
        foreach (var (_, member) in node.Members)
        {
            if (_members[member.Id].Exists)
            {
                Visit(member, _members[member.Id]);
            }
        }
    }

    void VisitElements(SelectorNode node, ReadOnlySpan<byte> content, int offset)
    {
        var reader = new Utf8JsonReader(content, Options);
        reader.Read();
        for (var index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
        {
            var value = Take(ref reader, offset);
            if (node.FindElement(index) is { } element)
            {
                Visit(element, value);
            }

            if (node.AnyElement is not null)
            {
                Visit(node.AnyElement, value);
            }
        }
    }

    static SelectorNode? FindMember(SelectorNode node, ref Utf8JsonReader reader)
    {
        var name = reader.ValueSpan;
        if (!reader.ValueIsEscaped)
        {
            return node.FindMember(name);
        }

        var buffer = ArrayPool<byte>.Shared.Rent(name.Length);
        var member = node.FindMember(buffer.AsSpan(0, JsonEscapes.Resolve(name, buffer)));
        ArrayPool<byte>.Shared.Return(buffer);
        return member;
    }

    /// <summary>The value at the reader; leaves the reader at its last token.</summary>
    static JsonValue Take(ref Utf8JsonReader reader, int offset)
    {
        var kind = reader.TokenType;
        var start = (int)reader.TokenStartIndex + offset;
        if (kind == JsonTokenType.String)
        {
            return new JsonValue(kind, start + 1, reader.ValueSpan.Length, reader.ValueIsEscaped);
        }

        reader.Skip();
        return new JsonValue(kind, start, (int)reader.BytesConsumed + offset - start, IsEscaped: false);
    }
}
