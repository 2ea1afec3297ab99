using System.Text.Json;
using System.Text.Json.Nodes;

namespace Emulator.Services.Logs.Transformers;

/// <summary>An event on its way through a transformer: the message as it came, and what has been made of it so far.</summary>
/// <remarks>A path names members of members with dots.</remarks>
/// <threadsafety>Not thread-safe.</threadsafety>
sealed class EventTree(string message, EventOrigin origin)
{
    public const string Message = "@message";

    /// <summary>How many names a path can have.</summary>
    public const int MaxDepth = 3;

    public JsonObject Root { get; } = [];

    /// <summary>The text of the message or of a member; <c>null</c> when there is none.</summary>
    /// <param name="path"><c>null</c> for the message.</param>
    public string? Text(string? path) =>
        path is null or Message ? message
        : Find(path) is JsonValue value && value.TryGetValue<string>(out var text) ? text
        : null;

    /// <summary>The text that a parser reads.</summary>
    /// <exception cref="TransformationException">There is none.</exception>
    public string RequireText(string? path) =>
        Text(path) ?? throw new TransformationException($"The source {path} is not a text.");

    /// <summary>A member, or something known of the event; <c>null</c> when there is none.</summary>
    public JsonNode? Find(string path)
    {
        if (path.StartsWith('@'))
        {
            return origin.Find(path) is { } text ? JsonValue.Create(text) : null;
        }

        JsonNode? node = Root;
        foreach (var name in path.Split('.'))
        {
            if (node is not JsonObject members || !members.TryGetPropertyValue(name, out node))
            {
                return null;
            }
        }

        return node;
    }

    /// <summary>The object that a parser fills.</summary>
    /// <param name="path"><c>null</c> for the root.</param>
    /// <exception cref="TransformationException">Something else is in the way.</exception>
    public JsonObject Destination(string? path)
    {
        var node = Root;
        foreach (var name in path?.Split('.') ?? [])
        {
            if (!node.TryGetPropertyValue(name, out var next) || next is null)
            {
                node[name] = next = new JsonObject();
            }

            node = next as JsonObject ?? throw new TransformationException($"{path} leads through a value.");
        }

        return node;
    }

    /// <summary>Sets a member, with the objects that lead to it.</summary>
    /// <param name="overwrite">Whether one that is there is replaced.</param>
    public void Set(string path, JsonNode? value, bool overwrite = true)
    {
        var (parent, name) = Split(path);
        Set(Destination(parent), name, value, overwrite);
    }

    public static void Set(JsonObject members, string name, JsonNode? value, bool overwrite)
    {
        if (overwrite || !members.ContainsKey(name))
        {
            members[name] = value;
        }
    }

    /// <summary>Takes a member out.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Remove(string path, out JsonNode? value)
    {
        value = null;
        var (parent, name) = Split(path);
        return (parent is null ? Root : Find(parent)) is JsonObject members
            && members.TryGetPropertyValue(name, out value)
            && members.Remove(name);
    }

    public static string NameOf(string path) => Split(path).Name;

    /// <summary>Reads JSON; of members with equal names the last counts.</summary>
    /// <exception cref="TransformationException">It is not JSON.</exception>
    public static JsonNode? Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return Copy(document.RootElement);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            throw new TransformationException("The source is not JSON.");
        }
    }

    static JsonNode? Copy(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var members = new JsonObject();
                foreach (var member in element.EnumerateObject())
                {
                    members[member.Name] = Copy(member.Value);
                }

                return members;
            case JsonValueKind.Array:
                return new JsonArray([.. element.EnumerateArray().Select(Copy)]);
            case JsonValueKind.String:
                return JsonValue.Create(element.GetString());
            default:
                return JsonValue.Create(element.Clone());
        }
    }

    static (string? Parent, string Name) Split(string path) =>
        path.LastIndexOf('.') is var dot and >= 0 ? (path[..dot], path[(dot + 1)..]) : (null, path);
}

/// <summary>Where an event comes from, for processors that copy it.</summary>
readonly record struct EventOrigin(string Account, string Region, string LogGroup, string LogStream)
{
    /// <summary>For events that are tried only.</summary>
    public static EventOrigin None => new("", "", "", "");

    /// <returns><c>null</c> when there is no such field.</returns>
    public string? Find(string field) =>
        field switch
        {
            "@accountId" => Account,
            "@regionName" => Region,
            "@logGroupName" => LogGroup,
            "@logGroupStream" or "@logStreamName" => LogStream,
            _ => null,
        };
}

/// <summary>An event that a transformer cannot make anything of; it is kept as it is.</summary>
sealed class TransformationException(string message) : Exception(message);
