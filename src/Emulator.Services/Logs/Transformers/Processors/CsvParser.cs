using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Transformers.Processors;

/// <summary>csv: takes the values of a line into the event.</summary>
static class CsvParser
{
    /// <summary>The escapes that a delimiter can be.</summary>
    static readonly Dictionary<string, char> Escapes = new() { [@"\t"] = '\t', [@"\s"] = ' ' };

    /// <summary>The character that separates values; <c>null</c> when the text is none.</summary>
    public static char? Delimiter(string? text) =>
        text is null ? ','
        : text.Length == 1 ? text[0]
        : Escapes.TryGetValue(text, out var escape) ? escape
        : null;

    public static Step Compile(Csv config)
    {
        var delimiter = Delimiter(config.Delimiter)!.Value;
        var quote = config.QuoteCharacter?[0] ?? '"';
        return tree =>
        {
            var destination = tree.Destination(config.Destination);
            foreach (var (index, value) in Split(tree.RequireText(config.Source), delimiter, quote).Index())
            {
                var name =
                    index < config.Columns?.Count
                        ? config.Columns[index]
                        : string.Create(CultureInfo.InvariantCulture, $"column_{index + 1}");
                destination[name] = JsonValue.Create(value);
            }
        };
    }

    /// <summary>Splits a line; a doubled quote inside quotes stands for one.</summary>
    internal static List<string> Split(string line, char delimiter, char quote)
    {
        var values = new List<string>();
        var value = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (c == quote && isQuoted && i + 1 < line.Length && line[i + 1] == quote)
            {
                value.Append(line[++i]);
            }
            else if (c == quote)
            {
                isQuoted = !isQuoted;
            }
            else if (c == delimiter && !isQuoted)
            {
                values.Add(value.ToString());
                value.Clear();
            }
            else
            {
                value.Append(c);
            }
        }

        values.Add(value.ToString());
        return values;
    }
}
