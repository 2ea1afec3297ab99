using System.Buffers;
using System.Text;
using System.Text.Json;
using Emulator.Languages.FilterPatterns.Json;

namespace Emulator.Languages.Insights;

/// <summary>Values inside JSON text.</summary>
internal static class JsonValues
{
    public static readonly JsonReaderOptions ReaderOptions = new() { MaxDepth = 1000 };

    static readonly JsonWriterOptions WriterOptions = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The map or list that a text spells; missing when it spells none.</summary>
    public static Value Parse(ReadOnlyMemory<byte> text)
    {
        if (text.Span.TrimStart(" \t\r\n"u8) is not [(byte)'{' or (byte)'[', ..])
        {
            return Value.Missing;
        }

        try
        {
            var reader = new Utf8JsonReader(text.Span, ReaderOptions);
            reader.Read();
            var isMap = reader.TokenType == JsonTokenType.StartObject;
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            var json = text[start..(int)reader.BytesConsumed];

            // Text behind the value makes the reader throw.
            reader.Read();
            return isMap ? Value.Map(json) : Value.List(json);
        }
        catch (JsonException)
        {
            return Value.Missing;
        }
    }

    /// <summary>What lies at the end of a path into a map or list.</summary>
    /// <param name="steps">Names of members, numbers of elements.</param>
    public static Value Find(in Value root, ReadOnlySpan<string> steps)
    {
        var value = root;
        foreach (var step in steps)
        {
            value = value.Kind switch
            {
                ValueKind.Map => Member(value.Utf8, step),
                ValueKind.List when int.TryParse(step, out var index) => Element(value.Utf8, index),
                _ => Value.Missing,
            };
        }

        return value;
    }

    /// <summary>The elements of a list.</summary>
    public static List<Value> Elements(ReadOnlyMemory<byte> list)
    {
        var elements = new List<Value>();
        var reader = new Utf8JsonReader(list.Span, ReaderOptions);
        reader.Read();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            elements.Add(Take(ref reader, list));
        }

        return elements;
    }

    /// <summary>The value at the reader; leaves the reader at its last token.</summary>
    /// <param name="json">What the reader reads.</param>
    public static Value Take(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json)
    {
        var kind = reader.TokenType;
        var start = (int)reader.TokenStartIndex;
        switch (kind)
        {
            case JsonTokenType.String:
                return Value.Text(
                    reader.ValueIsEscaped ? Unescape(reader.ValueSpan) : json.Slice(start + 1, reader.ValueSpan.Length)
                );
            case JsonTokenType.Null:
                return Value.Missing;
            case JsonTokenType.StartObject:
                reader.Skip();
                return Value.Map(json[start..(int)reader.BytesConsumed]);
            case JsonTokenType.StartArray:
                reader.Skip();
                return Value.List(json[start..(int)reader.BytesConsumed]);
            default:
                return Value.Text(json.Slice(start, reader.ValueSpan.Length));
        }
    }

    /// <summary>The content of a string with its escapes resolved.</summary>
    public static byte[] Unescape(ReadOnlySpan<byte> raw)
    {
        var buffer = new byte[raw.Length];
        return buffer[..JsonEscapes.Resolve(raw, buffer)];
    }

    /// <summary>A list of texts.</summary>
    public static Value List(IEnumerable<ReadOnlyMemory<byte>> texts) =>
        Value.List(
            Write(writer =>
            {
                writer.WriteStartArray();
                foreach (var text in texts)
                {
                    writer.WriteStringValue(Clean(text.Span));
                }

                writer.WriteEndArray();
            })
        );

    /// <summary>A map of texts.</summary>
    public static Value Map(IEnumerable<KeyValuePair<string, string>> members) =>
        Value.Map(
            Write(writer =>
            {
                writer.WriteStartObject();
                foreach (var (name, text) in members)
                {
                    writer.WriteString(name, text);
                }

                writer.WriteEndObject();
            })
        );

    /// <summary>The same JSON without white space between its tokens.</summary>
    public static ReadOnlyMemory<byte> Compact(ReadOnlyMemory<byte> json)
    {
        var compact = new ArrayBufferWriter<byte>(json.Length);
        var inString = false;
        var span = json.Span;
        for (var i = 0; i < span.Length; i++)
        {
            var b = span[i];
            if (inString && b == '\\')
            {
                compact.Write(span.Slice(i++, 2));
                continue;
            }

            inString ^= b == '"';
            if (inString || b is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
            {
                compact.Write([b]);
            }
        }

        return compact.WrittenMemory;
    }

    static Value Member(ReadOnlyMemory<byte> map, string name)
    {
        var found = Value.Missing;
        var reader = new Utf8JsonReader(map.Span, ReaderOptions);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isWanted = reader.ValueIsEscaped
                ? Encoding.UTF8.GetString(Unescape(reader.ValueSpan)) == name
                : reader.ValueTextEquals(name);
            reader.Read();
            if (isWanted)
            {
                found = Take(ref reader, map);
            }
            else
            {
                reader.Skip();
            }
        }

        return found;
    }

    static Value Element(ReadOnlyMemory<byte> list, int index)
    {
        var reader = new Utf8JsonReader(list.Span, ReaderOptions);
        reader.Read();
        for (var i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
        {
            if (i == index)
            {
                return Take(ref reader, list);
            }

            reader.Skip();
        }

        return Value.Missing;
    }

    static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> write)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json, WriterOptions))
        {
            write(writer);
        }

        return json.WrittenMemory;
    }

    /// <summary>The writer refuses bytes that are not UTF-8, which cut texts may hold.</summary>
    static string Clean(ReadOnlySpan<byte> text) => Encoding.UTF8.GetString(text);
}
