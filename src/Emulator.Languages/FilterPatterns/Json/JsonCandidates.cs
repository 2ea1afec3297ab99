using System.Buffers;
using System.Text.Json;

namespace Emulator.Languages.FilterPatterns.Json;

/// <summary>The scalars that stand behind a name anywhere in a message, found in its raw bytes without reading the JSON.</summary>
/// <remarks>
/// Names and values that are spelled with <c>\u</c> are not found. Something may be found that is no member: a text may hold what looks like one, and
/// the message need not be JSON.
/// </remarks>
/// <param name="name">How the name ends, with the quote behind it.</param>
ref struct JsonCandidates(ReadOnlySpan<byte> message, ReadOnlySpan<byte> name)
{
    static readonly SearchValues<byte> NumberBytes = SearchValues.Create("+-.0123456789Ee"u8);
    static readonly SearchValues<byte> StringEnds = SearchValues.Create("\"\\"u8);

    readonly ReadOnlySpan<byte> _message = message;
    readonly ReadOnlySpan<byte> _name = name;
    int _at;

    /// <summary>The value found. An escaped text is found with its beginning only.</summary>
    public JsonValue Current { get; private set; }

    public bool MoveNext()
    {
        int found;
        while ((found = _message[_at..].IndexOf(_name)) >= 0)
        {
            _at += found + _name.Length;
            var colon = SkipWhiteSpace(_at);
            if (colon < _message.Length && _message[colon] == ':')
            {
                Current = Scalar(SkipWhiteSpace(colon + 1));
                if (Current.Exists)
                {
                    return true;
                }
            }
        }

        return false;
    }

    readonly JsonValue Scalar(int start)
    {
        var value = _message[start..];
        switch (value)
        {
            case [(byte)'"', ..]:
                var content = value[1..];
                var end = content.IndexOfAny(StringEnds);
                var isWhole = end >= 0 && content[end] == '"';
                return new(JsonTokenType.String, start + 1, end < 0 ? content.Length : end, IsEscaped: !isWhole);

            case [(byte)'-' or (>= (byte)'0' and <= (byte)'9'), ..]:
                var length = value.IndexOfAnyExcept(NumberBytes);
                return new(JsonTokenType.Number, start, length < 0 ? value.Length : length, IsEscaped: false);

            case [(byte)'t', ..]:
                return Word(JsonTokenType.True, start, "true".Length);
            case [(byte)'f', ..]:
                return Word(JsonTokenType.False, start, "false".Length);
            case [(byte)'n', ..]:
                return Word(JsonTokenType.Null, start, "null".Length);
            default:
                return default;
        }
    }

    readonly JsonValue Word(JsonTokenType kind, int start, int length) =>
        new(kind, start, Math.Min(length, _message.Length - start), IsEscaped: false);

    readonly int SkipWhiteSpace(int start)
    {
        var length = _message[start..].IndexOfAnyExcept(" \t\r\n"u8);
        return length < 0 ? _message.Length : start + length;
    }
}
