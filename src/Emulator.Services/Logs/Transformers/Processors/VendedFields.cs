using System.Globalization;
using System.Text.Json.Nodes;

namespace Emulator.Services.Logs.Transformers.Processors;

/// <summary>Takes the fields of a line of an AWS service into the event.</summary>
static class VendedFields
{
    /// <summary>A name and whether its value is a number.</summary>
    public readonly record struct Field(string Name, bool IsNumber);

    /// <summary>Reads <c>name</c> and <c>name#</c>, for a number.</summary>
    public static IReadOnlyList<Field> Read(string names) =>
        [.. names.Split(' ').Select(name => new Field(name.TrimEnd('#'), name.EndsWith('#')))];

    /// <exception cref="TransformationException">There are more or less values than fields.</exception>
    public static void Fill(JsonObject members, IReadOnlyList<Field> fields, IReadOnlyList<string> values)
    {
        if (values.Count != fields.Count)
        {
            throw new TransformationException($"There are {values.Count} values instead of {fields.Count}.");
        }

        foreach (var (field, value) in fields.Zip(values))
        {
            members[field.Name] = field.IsNumber ? Number(value) : JsonValue.Create(value);
        }
    }

    /// <summary>A number, or the text when it is none: services write a hyphen for what they do not know.</summary>
    public static JsonNode Number(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
            ? JsonValue.Create(whole)
        : decimal.TryParse(
            text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? JsonValue.Create(number)
        : JsonValue.Create(text)!;
}
