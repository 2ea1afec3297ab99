using System.Text.Json.Nodes;

namespace Emulator.Services.Logs.Transformers.Processors;

/// <summary>parseWAF: parses the JSON of a web ACL's log and makes maps of headers and labels.</summary>
static class WafParser
{
    public static Step Compile() =>
        tree =>
        {
            JsonParser.Compile(new())(tree);
            if (tree.Find("httpRequest.headers") is JsonArray headers)
            {
                tree.Set("httpRequest.headers", Headers(headers));
            }

            if (tree.Find("labels") is JsonArray labels)
            {
                tree.Set("labels", Labels(labels));
            }
        };

    static JsonObject Headers(JsonArray headers)
    {
        var map = new JsonObject();
        foreach (var header in headers.OfType<JsonObject>())
        {
            if (header["name"] is JsonValue name && name.TryGetValue<string>(out var text))
            {
                map[text] = header["value"]?.DeepClone();
            }
        }

        return map;
    }

    /// <summary>The last part of a label is its value, what stands before it the name.</summary>
    static JsonObject Labels(JsonArray labels)
    {
        var map = new JsonObject();
        foreach (var label in labels.OfType<JsonObject>())
        {
            if (label["name"] is JsonValue name && name.TryGetValue<string>(out var text))
            {
                var colon = text.LastIndexOf(':');
                map[colon < 0 ? text : text[..colon]] = JsonValue.Create(text[(colon + 1)..]);
            }
        }

        return map;
    }
}
