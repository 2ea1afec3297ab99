using System.Buffers;

namespace Emulator.Languages.FilterPatterns.Regexes;

/// <summary>Searches UTF-8 text for a regular expression, in time proportional to the text whatever the two are.</summary>
/// <remarks>
/// <para>
/// Without groups an expression is a few rows of positions, so the set of places where a match can stand fits into a bit
/// string and one step for one character is a handful of word operations: the Shift-And algorithm, extended by optional
/// and repeated positions (Navarro and Raffinot, "Flexible Pattern Matching in Strings", chapter 4).
/// </para>
/// <para>
/// The rows lie one behind the other. Each begins with a <em>gate</em>, a position that takes no symbol: a match begins
/// where a gate is set, and the gate keeps the row before it from running over.
/// </para>
/// </remarks>
/// <threadsafety>Immutable.</threadsafety>
sealed class RegexMatcher
{
    const int WordBits = 64;

    readonly int _words;

    // One bit string of _words words per symbol: the positions that take it.
    readonly ulong[] _takes;
    readonly ulong[] _repeats;
    readonly ulong[] _optional;

    // Gates of the rows that may match anywhere.
    readonly ulong[] _gates;
    readonly ulong[] _accepting;
    readonly ulong[] _acceptingAtEnd;
    readonly ulong[] _initial;

    // The state in which nothing has been matched so far, and the bytes that can lead out of it.
    readonly ulong[] _idle;
    readonly SearchValues<byte> _beginnings;

    public RegexMatcher(Regex regex)
    {
        _words = regex.PositionCount / WordBits + 1;
        _takes = new ulong[SymbolSet.SymbolCount * _words];
        _repeats = new ulong[_words];
        _optional = new ulong[_words];
        _gates = new ulong[_words];
        _accepting = new ulong[_words];
        _acceptingAtEnd = new ulong[_words];
        _initial = new ulong[_words];
        _idle = new ulong[_words];

        var next = 0;
        foreach (var row in regex.Rows)
        {
            next = Place(row, next);
        }

        PassOptional(_initial);
        _gates.CopyTo(_idle, 0);
        PassOptional(_idle);
        _beginnings = SearchValues.Create(FindBeginnings());
    }

    /// <summary>Whether the expression matches some part of the text.</summary>
    /// <param name="text">UTF-8; stray continuation bytes are ignored.</param>
    public bool IsMatch(ReadOnlySpan<byte> text)
    {
        Span<ulong> state = stackalloc ulong[_words];
        _initial.CopyTo(state);
        if (Intersects(state, _accepting))
        {
            return true;
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (state.SequenceEqual(_idle))
            {
                var ahead = text[i..].IndexOfAny(_beginnings);
                if (ahead < 0)
                {
                    break;
                }

                i += ahead;
            }

            if (IsContinuation(text[i]))
            {
                continue;
            }

            Step(state, Math.Min((int)text[i], SymbolSet.NonAsciiSymbol));
            if (Intersects(state, _accepting))
            {
                return true;
            }
        }

        return Intersects(state, _acceptingAtEnd);
    }

    /// <summary>Takes one symbol.</summary>
    void Step(Span<ulong> state, int symbol)
    {
        var takes = _takes.AsSpan(symbol * _words, _words);
        var carry = 0UL;
        for (var w = 0; w < state.Length; w++)
        {
            var current = state[w];
            state[w] = (((current << 1) | carry | (current & _repeats[w])) & takes[w]) | _gates[w];
            carry = current >> (WordBits - 1);
        }

        PassOptional(state);
    }

    /// <summary>Also sets the optional positions that follow a set one, without a symbol.</summary>
    void PassOptional(Span<ulong> state)
    {
        var carry = 0UL;
        for (var w = 0; w < state.Length; w++)
        {
            // Adding a bit to a run of ones turns the run over from that bit upwards: the carry passes the whole run at once.
            var entered = ((state[w] << 1) | carry) & _optional[w];
            state[w] |= (((_optional[w] + entered) ^ _optional[w]) | entered) & _optional[w];
            carry = state[w] >> (WordBits - 1);
        }
    }

    /// <summary>Lays a row into the bit strings; answers where the next one goes.</summary>
    int Place(RegexRow row, int gate)
    {
        Set(_initial, gate);
        if (!row.FromStart)
        {
            Set(_gates, gate);
        }

        var at = gate;
        foreach (var position in row.Positions)
        {
            at++;
            if (position.Optional)
            {
                Set(_optional, at);
            }

            if (position.Repeats)
            {
                Set(_repeats, at);
            }

            for (var symbol = 0; symbol < SymbolSet.SymbolCount; symbol++)
            {
                if (position.Set.Contains(symbol))
                {
                    Set(_takes.AsSpan(symbol * _words, _words), at);
                }
            }
        }

        Set(row.ToEnd ? _acceptingAtEnd : _accepting, at);
        return at + 1;
    }

    byte[] FindBeginnings()
    {
        List<byte> beginnings = [];
        Span<ulong> state = stackalloc ulong[_words];
        for (var b = 0; b <= byte.MaxValue; b++)
        {
            _idle.CopyTo(state);
            Step(state, Math.Min(b, SymbolSet.NonAsciiSymbol));
            if (!IsContinuation((byte)b) && !state.SequenceEqual(_idle))
            {
                beginnings.Add((byte)b);
            }
        }

        return [.. beginnings];
    }

    static bool IsContinuation(byte b) => (b & 0xC0) == 0x80;

    static void Set(Span<ulong> bits, int bit) => bits[bit / WordBits] |= 1UL << (bit % WordBits);

    static bool Intersects(ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right)
    {
        for (var w = 0; w < left.Length; w++)
        {
            if ((left[w] & right[w]) != 0)
            {
                return true;
            }
        }

        return false;
    }
}
