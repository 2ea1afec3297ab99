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

    // The string being resolved, when it has escapes.
    byte[] _resolved = [];

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
    /// <returns>Its text: a slice of the JSON when it has no escapes.</returns>
    public ReadOnlyMemory<byte> TakeString()
    {
        TakeMark((byte)'"');
        var length = _bytes.AsSpan(_position, _end - _position).IndexOfAny(JsonEscapes.Stops);
        if (length < 0 || _bytes[_position + length] != '"')
        {
            return TakeEscapedString();
        }

        var text = _bytes.AsMemory(_position, length);
        _position += length + 1;
        return text;
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

    byte[] TakeEscapedString()
    {
        var length = 0;
        while (true)
        {
            var rest = _bytes.AsSpan(_position, _end - _position);
            var plain = rest.IndexOfAny(JsonEscapes.Stops);
            if (plain < 0)
            {
                throw Malformed();
            }

            if (_resolved.Length < length + plain + JsonEscapes.MaxResolved)
            {
                Array.Resize(ref _resolved, 2 * (length + plain + JsonEscapes.MaxResolved));
            }

            rest[..plain].CopyTo(_resolved.AsSpan(length));
            length += plain;
            _position += plain + 1;
            if (rest[plain] == '"')
            {
                return _resolved.AsSpan(0, length).ToArray();
            }

            if (
                rest[plain] != '\\'
                || !JsonEscapes.TryResolve(
                    rest[(plain + 1)..],
                    _resolved.AsSpan(length),
                    out var taken,
                    out var written
                )
            )
            {
                throw Malformed();
            }

            _position += taken;
            length += written;
        }
    }

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
