using System.Text.Json.Nodes;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Transformers.Processors;

/// <summary>parseJSON: takes the members of a JSON object into the event.</summary>
static class JsonParser
{
    public static Step Compile(ParseJson config) =>
        tree =>
        {
            var parsed = EventTree.Parse(tree.RequireText(config.Source));
            var members = parsed as JsonObject ?? throw new TransformationException("The source is not a JSON object.");
            var destination = tree.Destination(config.Destination);
            foreach (var (name, value) in members.ToList())
            {
                members.Remove(name);
                destination[name] = value;
            }
        };
}
