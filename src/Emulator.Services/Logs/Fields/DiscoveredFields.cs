using System.Globalization;
using System.Text.Json;

namespace Emulator.Services.Logs.Fields;

/// <summary>The fields that CloudWatch Logs finds in a message that is a JSON object.</summary>
/// <remarks>
/// Members of objects are named with dots, elements of lists by their place: <c>items.0.id</c>. A null is no field.
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_AnalyzeLogData-discoverable-fields.html"/>
/// </remarks>
static class DiscoveredFields
{
    /// <summary>How many fields of an event are found.</summary>
    public const int MaxCount = 200;

    /// <summary>The names and values of the fields, at most <see cref="MaxCount"/>, in the order of the message.</summary>
    /// <param name="message">UTF-8.</param>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(ReadOnlyMemory<byte> message)
    {
        if (!LooksLikeObject(message.Span))
        {
            return [];
        }

        try
        {
            using var document = JsonDocument.Parse(message);
            var fields = new List<KeyValuePair<string, string>>();
            foreach (var member in document.RootElement.EnumerateObject())
            {
                Collect(Escape(member.Name), member.Value, fields);
            }

            return fields;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // Not JSON, or half a surrogate pair: plain text has no fields.
            return [];
        }
    }

    static void Collect(string name, JsonElement value, List<KeyValuePair<string, string>> fields)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                {
                    Collect($"{name}.{member.Name}", member.Value, fields);
                }

                break;
            case JsonValueKind.Array:
                foreach (var (index, element) in value.EnumerateArray().Index())
                {
                    Collect(string.Create(CultureInfo.InvariantCulture, $"{name}.{index}"), element, fields);
                }

                break;
            case JsonValueKind.Null:
                break;
            default:
                if (fields.Count < MaxCount)
                {
                    fields.Add(new(name, Text(value)));
                }

                break;
        }
    }

    static string Text(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => value.GetRawText(),
        };

    /// <summary>Names of our own fields start with one <c>@</c>.</summary>
    static string Escape(string name) => name.StartsWith('@') ? $"@{name}" : name;

    /// <summary>Keeps plain lines from the price of an exception.</summary>
    static bool LooksLikeObject(ReadOnlySpan<byte> message) => message.Trim(" \t\r\n"u8) is [(byte)'{', .., (byte)'}'];
}
