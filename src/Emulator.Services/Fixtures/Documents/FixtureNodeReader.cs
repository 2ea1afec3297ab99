using System.Text;
using System.Text.Json;

namespace Emulator.Services.Fixtures.Documents;

/// <summary>Reads JSON with comments and trailing commas into nodes with their places.</summary>
static class FixtureNodeReader
{
    /// <exception cref="FixtureException">It is not such JSON.</exception>
    public static FixtureNode Read(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var reader = new Utf8JsonReader(
            bytes,
            new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }
        );
        try
        {
            reader.Read();
            var root = Value(ref reader, bytes);
            reader.Read();
            return root;
        }
        catch (JsonException error)
        {
            var message = error.Message.Split(" LineNumber:", 2)[0];
            throw new FixtureException(
                message,
                new FixturePosition((int)(error.LineNumber ?? 0) + 1, (int)(error.BytePositionInLine ?? 0) + 1)
            );
        }
    }

    static FixtureNode Value(ref Utf8JsonReader reader, byte[] bytes)
    {
        var position = PositionOf((int)reader.TokenStartIndex, bytes);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return new FixtureNode(FixtureNodeKind.Object, "", position) { Members = Members(ref reader, bytes) };
            case JsonTokenType.StartArray:
                return new FixtureNode(FixtureNodeKind.Array, "", position) { Items = Items(ref reader, bytes) };
            case JsonTokenType.String:
                return new FixtureNode(FixtureNodeKind.Text, reader.GetString()!, position);
            default:
                var kind = reader.TokenType switch
                {
                    JsonTokenType.Number => FixtureNodeKind.Number,
                    JsonTokenType.Null => FixtureNodeKind.Null,
                    _ => FixtureNodeKind.Boolean,
                };
                return new FixtureNode(kind, Encoding.UTF8.GetString(reader.ValueSpan), position);
        }
    }

    static List<KeyValuePair<string, FixtureNode>> Members(ref Utf8JsonReader reader, byte[] bytes)
    {
        var members = new List<KeyValuePair<string, FixtureNode>>();
        var names = new HashSet<string>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            if (!names.Add(name))
            {
                throw new FixtureException(
                    $"\"{name}\" stands here twice.",
                    PositionOf((int)reader.TokenStartIndex, bytes)
                );
            }

            reader.Read();
            members.Add(KeyValuePair.Create(name, Value(ref reader, bytes)));
        }

        return members;
    }

    static List<FixtureNode> Items(ref Utf8JsonReader reader, byte[] bytes)
    {
        var items = new List<FixtureNode>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(Value(ref reader, bytes));
        }

        return items;
    }

    static FixturePosition PositionOf(int offset, byte[] bytes)
    {
        var before = bytes.AsSpan(0, offset);
        return new FixturePosition(before.Count((byte)'\n') + 1, offset - before.LastIndexOf((byte)'\n'));
    }
}
