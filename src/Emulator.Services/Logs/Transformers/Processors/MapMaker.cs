using System.Text.Json.Nodes;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Transformers.Processors;

/// <summary>listToMap: makes members of the objects of a list, named by one of their own members.</summary>
static class MapMaker
{
    public static Step Compile(ListToMap config) =>
        tree =>
        {
            if (tree.Find(config.Source) is not JsonArray list)
            {
                return;
            }

            var target = tree.Destination(config.Target);
            foreach (var values in list.OfType<JsonObject>().GroupBy(element => Text(element[config.Key])))
            {
                if (values.Key is { } name)
                {
                    List<JsonNode?> found = [.. values.Select(element => Value(element, config.ValueKey)?.DeepClone())];
                    target[name] =
                        config.Flatten != true ? new JsonArray([.. found])
                        : config.FlattenedElement == FlattenedElement.First ? found[0]
                        : found[^1];
                }
            }
        };

    static JsonNode? Value(JsonObject element, string? valueKey) => valueKey is null ? element : element[valueKey];

    static string? Text(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? text : node?.ToJsonString();
}
