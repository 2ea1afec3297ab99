using System.Text.Json.Nodes;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Transformers.Processors;

/// <summary>lowerCaseString, upperCaseString, trimString, splitString: change texts. Other values and absent members are left alone.</summary>
static class StringMutators
{
    public static Step Map(StringKeys config, Func<string, string> change) =>
        tree =>
        {
            foreach (var key in config.WithKeys)
            {
                if (tree.Text(key) is { } text && !key.StartsWith('@'))
                {
                    tree.Set(key, JsonValue.Create(change(text)));
                }
            }
        };

    public static Step Split(SplitString config) =>
        tree =>
        {
            foreach (var entry in config.Entries)
            {
                if (tree.Text(entry.Source) is { } text && !entry.Source.StartsWith('@'))
                {
                    tree.Set(
                        entry.Source,
                        new JsonArray([.. text.Split(entry.Delimiter).Select(part => JsonValue.Create(part))])
                    );
                }
            }
        };
}
