using System.Globalization;
using System.Text.Json.Nodes;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Transformers.Processors;

/// <summary>typeConverter: makes values of another type. What cannot be converted fails the event.</summary>
static class TypeConversion
{
    public static Step Compile(TypeConverter config) =>
        tree =>
        {
            foreach (var entry in config.Entries)
            {
                if (tree.Find(entry.Key) is JsonValue value)
                {
                    var text = value.TryGetValue<string>(out var content) ? content : value.ToJsonString();
                    tree.Set(
                        entry.Key,
                        Convert(text, entry.Type)
                            ?? throw new TransformationException($"{entry.Key} cannot be converted to {entry.Type}.")
                    );
                }
            }
        };

    static JsonValue? Convert(string text, string type) =>
        type switch
        {
            ConvertedType.Integer => long.TryParse(text, CultureInfo.InvariantCulture, out var whole)
                ? JsonValue.Create(whole)
            : double.TryParse(text, CultureInfo.InvariantCulture, out var fraction)
            && Math.Abs(fraction) < long.MaxValue
                ? JsonValue.Create((long)fraction)
            : null,
            ConvertedType.Double => double.TryParse(text, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number)
                ? JsonValue.Create(number)
                : null,
            ConvertedType.Boolean => bool.TryParse(text, out var truth) ? JsonValue.Create(truth) : null,
            _ => JsonValue.Create(text),
        };
}
