using System.Buffers;

namespace Emulator.Languages.FilterPatterns.Fields;

/// <summary>One field of a message.</summary>
/// <param name="Start">Index of the first byte, behind the opening quote or bracket.</param>
/// <param name="Length">In bytes, without the closing one.</param>
readonly record struct Field(int Start, int Length)
{
    public ReadOnlySpan<byte> Text(ReadOnlySpan<byte> message) => message.Slice(Start, Length);
}

/// <summary>Splits a message into fields: words, and what stands between quotes or brackets.</summary>
/// <remarks>
/// A quote or bracket opens a field only where a field begins, and only if it is closed later; else it is a character like any
/// other. The first closing one ends the field, but a backslash in a quoted field hides the character behind it.
/// </remarks>
ref struct FieldReader(ReadOnlySpan<byte> message)
{
    static readonly SearchValues<byte> WhiteSpace = SearchValues.Create(" \t\r\n\v\f"u8);
    static readonly SearchValues<byte> QuoteEnds = SearchValues.Create("\"\\"u8);

    readonly ReadOnlySpan<byte> _message = message;
    int _position;

    // Once there is no bracket ahead there is none further on either: keeps a row of open brackets from costing a scan each.
    bool _noBracketAhead;

    public bool TryRead(out Field field)
    {
        if (IsAtEnd())
        {
            field = default;
            return false;
        }

        var rest = _message[_position..];
        var closing = rest[0] switch
        {
            (byte)'"' => FindQuote(rest),
            (byte)'[' => FindBracket(rest),
            _ => -1,
        };
        if (closing > 0)
        {
            field = new Field(_position + 1, closing - 1);
            _position += closing + 1;
            return true;
        }

        var length = rest.IndexOfAny(WhiteSpace);
        field = new Field(_position, length < 0 ? rest.Length : length);
        _position += field.Length;
        return true;
    }

    public bool IsAtEnd()
    {
        SkipWhiteSpace();
        return _position == _message.Length;
    }

    /// <summary>All that has not been read, raw, without the white space around it.</summary>
    public Field ReadRest()
    {
        SkipWhiteSpace();
        var length = _message[_position..].LastIndexOfAnyExcept(WhiteSpace) + 1;
        var rest = new Field(_position, length);
        _position = _message.Length;
        return rest;
    }

    void SkipWhiteSpace()
    {
        var ahead = _message[_position..].IndexOfAnyExcept(WhiteSpace);
        _position = ahead < 0 ? _message.Length : _position + ahead;
    }

    int FindBracket(ReadOnlySpan<byte> rest)
    {
        var closing = _noBracketAhead ? -1 : rest.IndexOf((byte)']');
        _noBracketAhead |= closing < 0;
        return closing;
    }

    static int FindQuote(ReadOnlySpan<byte> rest)
    {
        var at = 1;
        while (at < rest.Length)
        {
            var ahead = rest[at..].IndexOfAny(QuoteEnds);
            if (ahead < 0)
            {
                return -1;
            }

            at += ahead;
            if (rest[at] == '"')
            {
                return at;
            }

            at += 2;
        }

        return -1;
    }
}
