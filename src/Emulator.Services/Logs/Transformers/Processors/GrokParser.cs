using System.Text.Json.Nodes;
using Emulator.Services.Logs.Transformers.Dates;
using Emulator.Services.Logs.Transformers.Grok;

namespace Emulator.Services.Logs.Transformers.Processors;

/// <summary>grok: takes what named patterns match into the event.</summary>
static class GrokParser
{
    static readonly JavaDatePattern HttpDate = JavaDatePattern.Parse("dd/MMM/yyyy:HH:mm:ss Z")!;
    static readonly JavaDatePattern IsoDate = JavaDatePattern.Parse("yyyy-MM-dd'T'HH:mm:ss'Z'")!;
    static readonly DateWords Words = DateWords.Find(null)!;

    /// <exception cref="ArgumentException">It is no grok pattern.</exception>
    /// <exception cref="NotSupportedException">It is too large.</exception>
    public static Step Compile(Shapes.Grok config)
    {
        var expression = new GrokExpression(config.Match);
        return tree =>
        {
            var found =
                expression.Match(tree.RequireText(config.Source))
                ?? throw new TransformationException("The grok pattern does not match.");
            foreach (var (field, value) in found)
            {
                tree.Set(field.Path, Value(field, value));
            }
        };
    }

    static JsonNode? Value(GrokField field, string text) =>
        field.Pattern switch
        {
            "QUOTEDSTRING" => JsonValue.Create(text[1..^1]),
            "INT" or "NONNEGINT" when field.IsTyped => VendedFields.Number(text),
            "HTTPDATE" when field.IsTyped => JsonValue.Create(
                new DateReader(text, Words, TimeZoneInfo.Utc).Read(HttpDate) is { } time
                    ? DateWriter.Write(IsoDate, time, TimeZoneInfo.Utc, Words)
                    : text
            ),
            _ => JsonValue.Create(text),
        };
}
