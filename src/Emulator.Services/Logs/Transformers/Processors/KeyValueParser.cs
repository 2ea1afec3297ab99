using System.Text.Json.Nodes;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Transformers.Processors;

/// <summary>parseKeyValue: takes pairs out of a text.</summary>
static class KeyValueParser
{
    public static Step Compile(ParseKeyValue config)
    {
        var between = config.FieldDelimiter ?? "&";
        var behindKey = config.KeyValueDelimiter ?? "=";
        return tree =>
        {
            var destination = tree.Destination(config.Destination);
            foreach (var pair in tree.RequireText(config.Source).Split(between))
            {
                var at = pair.IndexOf(behindKey, StringComparison.Ordinal);
                var key = at < 0 ? pair : pair[..at];
                var value = at < 0 ? config.NonMatchValue : pair[(at + behindKey.Length)..];
                if (key.Length > 0 && value is not null)
                {
                    EventTree.Set(
                        destination,
                        $"{config.KeyPrefix}{key}",
                        JsonValue.Create(value),
                        config.OverwriteIfExists == true
                    );
                }
            }
        };
    }
}
