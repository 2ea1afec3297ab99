using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Emulator.Protocol.Json;

/// <summary>A JSON document that a caller hands over as text, read whole: a dashboard's body, for example.</summary>
public abstract record JsonTree
{
    /// <summary>How deep a document may nest before it is refused.</summary>
    const int MaxDepth = 64;

    public sealed record Object(IReadOnlyList<KeyValuePair<string, JsonTree>> Members) : JsonTree
    {
        /// <summary>The value of a member, the last one of that name; <c>null</c> when there is none.</summary>
        public JsonTree? this[string name] => Members.LastOrDefault(member => member.Key == name).Value;
    }

    public sealed record Array(IReadOnlyList<JsonTree> Items) : JsonTree;

    public sealed record String(string Text) : JsonTree;

    public sealed record Number(double Value) : JsonTree;

    public sealed record Boolean(bool Value) : JsonTree;

    public sealed record Null : JsonTree;

    /// <returns><c>false</c> when the text is not one JSON value.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out JsonTree? tree)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = MaxDepth });
            tree = Of(document.RootElement);
            return true;
        }
        catch (JsonException)
        {
            tree = null;
            return false;
        }
    }

    static JsonTree Of(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => new Object([
                .. element.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, Of(member.Value))),
            ]),
            JsonValueKind.Array => new Array([.. element.EnumerateArray().Select(Of)]),
            JsonValueKind.String => new String(element.GetString()!),
            JsonValueKind.Number => new Number(element.GetDouble()),
            JsonValueKind.Null => new Null(),
            _ => new Boolean(element.GetBoolean()),
        };
}
