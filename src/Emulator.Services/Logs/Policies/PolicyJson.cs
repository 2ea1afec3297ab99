using System.Text.Json;
using Emulator.Protocol;

namespace Emulator.Services.Logs.Policies;

/// <summary>Reads policy documents, in which one value may stand for a list of one.</summary>
static class PolicyJson
{
    /// <exception cref="AwsException">InvalidParameterException: it is not a JSON object.</exception>
    public static JsonDocument Parse(string policy) => TryParse(policy) ?? throw LogsErrors.InvalidPolicyJson();

    /// <returns><c>null</c> when it is not a JSON object.</returns>
    public static JsonDocument? TryParse(string policy)
    {
        JsonDocument? document = null;
        try
        {
            document = JsonDocument.Parse(policy);
            RequireText(document.RootElement);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return document;
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // It is none.
        }

        document?.Dispose();
        return null;
    }

    /// <summary>The elements of a member: none when it is absent, one when it is no list.</summary>
    public static IEnumerable<JsonElement> List(JsonElement element, string name) =>
        element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out var member) ? []
        : member.ValueKind == JsonValueKind.Array ? member.EnumerateArray()
        : [member];

    /// <summary>Those of them that are texts.</summary>
    public static IEnumerable<string> Texts(JsonElement element, string name) =>
        List(element, name).Where(one => one.ValueKind == JsonValueKind.String).Select(one => one.GetString()!);

    /// <returns><c>null</c> when there is no such text.</returns>
    public static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty(name, out var member)
        && member.ValueKind == JsonValueKind.String
            ? member.GetString()
            : null;

    /// <summary>Half a surrogate pair passes the parser, but is no text.</summary>
    /// <exception cref="InvalidOperationException">A string is no text.</exception>
    static void RequireText(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                element.GetString();
                break;
            case JsonValueKind.Array:
                foreach (var one in element.EnumerateArray())
                {
                    RequireText(one);
                }

                break;
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    _ = member.Name;
                    RequireText(member.Value);
                }

                break;
        }
    }
}
