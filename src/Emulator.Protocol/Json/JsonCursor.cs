using System.Runtime.InteropServices;

namespace Emulator.Protocol.Json;

/// <summary>A place in JSON text, and the steps over its tokens.</summary>
/// <remarks>Accepts exactly what RFC 8259 does. Every step throws <see cref="AwsException"/> when the text does not allow it.</remarks>
/// <threadsafety>Not thread-safe.</threadsafety>
sealed class JsonCursor
{
    readonly byte[] _bytes;
    readonly int _end;
    int _position;

    /// <param name="json">Valid UTF-8.</param>
    public JsonCursor(ReadOnlyMemory<byte> json)
    {
        var segment = MemoryMarshal.TryGetArray(json, out var array) ? array : new ArraySegment<byte>(json.ToArray());
        _bytes = segment.Array!;
        _position = segment.Offset;
        _end = segment.Offset + segment.Count;
    }

    /// <summary>Steps over white space.</summary>
    /// <returns>The byte behind it; 0, which begins nothing, at the end.</returns>
    public byte Peek()
    {
        while (_position < _end)
        {
            var next = _bytes[_position];
            if (next is not ((byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r'))
            {
                return next;
            }

            _position++;
        }

        return 0;
    }

    /// <summary>Steps over a punctuation mark that has been peeked at.</summary>
    public void TakeMark() => _position++;

    /// <summary>Steps over a punctuation mark, which must come next.</summary>
    public void TakeMark(byte mark)
    {
        if (Peek() != mark)
        {
            throw Malformed();
        }

        _position++;
    }

    /// <summary>Steps over <c>true</c>, <c>false</c> or <c>null</c>.</summary>
    public void TakeLiteral(ReadOnlySpan<byte> literal)
    {
        if (!_bytes.AsSpan(_position, _end - _position).StartsWith(literal))
        {
            throw Malformed();
        }

        _position += literal.Length;
    }

    /// <summary>Steps over a string.</summary>
    /// <returns>What stands between its quotes, escapes well formed but not resolved.</returns>
    public ReadOnlyMemory<byte> TakeString(out bool isEscaped)
    {
        TakeMark((byte)'"');
        var rest = _bytes.AsSpan(_position, _end - _position);
        var length = rest.IndexOfAny(JsonEscapes.Stops);
        isEscaped = false;
        while (length >= 0 && rest[length] == '\\')
        {
            isEscaped = true;
            var behind = length + 1 + JsonEscapes.Measure(rest[(length + 1)..]);
            var plain = behind == length + 1 ? -1 : rest[behind..].IndexOfAny(JsonEscapes.Stops);
            length = plain < 0 ? -1 : behind + plain;
        }

        if (length < 0 || rest[length] != '"')
        {
            throw Malformed();
        }

        var content = _bytes.AsMemory(_position, length);
        _position += length + 1;
        return content;
    }

    // number = [ '-' ] ( '0' | digit+ ) [ '.' digit+ ] [ ( 'e' | 'E' ) [ '+' | '-' ] digit+ ]
    public ReadOnlySpan<byte> TakeNumber(out bool isInteger)
    {
        Peek();
        var start = _position;
        TryTake((byte)'-');
        if (!TryTake((byte)'0'))
        {
            TakeDigits();
        }

        isInteger = true;
        if (TryTake((byte)'.'))
        {
            isInteger = false;
            TakeDigits();
        }

        if (TryTake((byte)'e') || TryTake((byte)'E'))
        {
            isInteger = false;
            if (!TryTake((byte)'+'))
            {
                TryTake((byte)'-');
            }

            TakeDigits();
        }

        return _bytes.AsSpan(start, _position - start);
    }

    /// <summary>Makes sure that only white space is left.</summary>
    public void RequireEnd()
    {
        Peek();
        if (_position < _end)
        {
            throw Malformed();
        }
    }

    public AwsException Malformed() => WireErrors.Serialization($"The JSON is malformed at byte {_position}");

    bool TryTake(byte expected)
    {
        if (_position == _end || _bytes[_position] != expected)
        {
            return false;
        }

        _position++;
        return true;
    }

    void TakeDigits()
    {
        var start = _position;
        while (_position < _end && char.IsAsciiDigit((char)_bytes[_position]))
        {
            _position++;
        }

        if (_position == start)
        {
            throw Malformed();
        }
    }
}
