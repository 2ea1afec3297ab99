using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Emulator.Languages.Insights;

/// <summary>Flattens a JSON object into fields: <c>user.id</c>, <c>items.0.name</c>.</summary>
/// <remarks>
/// A field whose name begins with <c>@</c> gets another one. Null is no field.
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_AnalyzeLogData-discoverable-fields.html"/>
/// </remarks>
/// <threadsafety>Not thread-safe.</threadsafety>
internal sealed class JsonFields
{
    /// <summary>How many fields of a message are discovered.</summary>
    const int MaxFields = 200;

    byte[] _path = new byte[256];
    Level[] _levels = new Level[8];

    /// <returns><c>false</c> when the text is not a JSON object as a whole; nothing is in the sink then.</returns>
    public bool TryDiscover(ReadOnlyMemory<byte> json, FieldSink sink)
    {
        // What is plainly no object is not worth an exception.
        var text = json.Span.Trim(" \t\r\n"u8);
        if (text is not [(byte)'{', .. var members, (byte)'}'] || members.TrimStart(" \t\r\n"u8) is [not (byte)'"', ..])
        {
            return false;
        }

        try
        {
            Walk(json, sink);
            return true;
        }
        catch (JsonException)
        {
            sink.Clear();
            return false;
        }
    }

    void Walk(ReadOnlyMemory<byte> json, FieldSink sink)
    {
        var reader = new Utf8JsonReader(json.Span, JsonValues.ReaderOptions);
        var depth = -1;
        var length = 0;
        var count = 0;
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName when reader.ValueIsEscaped || sink.Wants(reader.ValueSpan):
                    length = Append(_levels[depth].Length, ref reader);
                    continue;
                case JsonTokenType.PropertyName:
                    count += CountScalars(ref reader);
                    continue;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    depth--;
                    continue;
            }

            if (depth >= 0 && _levels[depth].Elements >= 0)
            {
                length = Append(_levels[depth].Length, _levels[depth].Elements++);
            }

            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                Open(++depth, new Level(length, reader.TokenType == JsonTokenType.StartArray ? 0 : -1));
            }
            else if (reader.TokenType != JsonTokenType.Null && count++ < MaxFields)
            {
                sink.Add(_path.AsSpan(0, length), JsonValues.Take(ref reader, json).Utf8);
            }
        }
    }

    /// <summary>How many fields there are in the value that comes next; leaves the reader at its end.</summary>
    static int CountScalars(ref Utf8JsonReader reader)
    {
        var outside = reader.CurrentDepth;
        var count = 0;
        do
        {
            reader.Read();
            count += reader.TokenType is >= JsonTokenType.String and < JsonTokenType.Null ? 1 : 0;
        } while (
            reader.CurrentDepth > outside || reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray
        );

        return count;
    }

    void Open(int depth, Level level)
    {
        if (depth == _levels.Length)
        {
            Array.Resize(ref _levels, 2 * depth);
        }

        _levels[depth] = level;
    }

    int Append(int length, ref Utf8JsonReader reader) =>
        Append(length, reader.ValueIsEscaped ? JsonValues.Unescape(reader.ValueSpan) : reader.ValueSpan);

    int Append(int length, int index)
    {
        Span<byte> digits = stackalloc byte[11];
        index.TryFormat(digits, out var written, default, CultureInfo.InvariantCulture);
        return Append(length, digits[..written]);
    }

    int Append(int length, ReadOnlySpan<byte> step)
    {
        var needed = length + 1 + step.Length;
        if (needed > _path.Length)
        {
            Array.Resize(ref _path, 2 * needed);
        }

        if (length > 0)
        {
            _path[length++] = (byte)'.';
        }
        else if (step is [(byte)'@', ..])
        {
            _path[length++] = (byte)'@';
        }

        step.CopyTo(_path.AsSpan(length));
        return length + step.Length;
    }

    /// <summary>An object or array that is open.</summary>
    /// <param name="Length">How much of the path leads to it.</param>
    /// <param name="Elements">How many elements of an array have come; -1 for an object.</param>
    record struct Level(int Length, int Elements);
}
