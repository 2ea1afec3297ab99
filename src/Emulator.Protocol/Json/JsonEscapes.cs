using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace Emulator.Protocol.Json;

/// <summary>The backslash escapes of JSON strings.</summary>
static class JsonEscapes
{
    /// <summary>What interrupts the plain run of a string: its end, an escape, or a character that must be escaped.</summary>
    public static readonly SearchValues<byte> Stops = SearchValues.Create([
        .. "\"\\"u8,
        .. Enumerable.Range(0, 0x20).Select(control => (byte)control),
    ]);

    /// <summary>Measures the escape that follows a backslash.</summary>
    /// <returns>Its length without the backslash; 0 when it is none.</returns>
    public static int Measure(ReadOnlySpan<byte> afterBackslash)
    {
        if (afterBackslash.IsEmpty)
        {
            return 0;
        }

        return afterBackslash[0] switch
        {
            (byte)'u' => afterBackslash.Length > 4 && TryCodeUnit(afterBackslash[1..], out _) ? 5 : 0,
            (byte)'"' or (byte)'\\' or (byte)'/' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t' => 1,
            _ => 0,
        };
    }

    /// <summary>Resolves the escapes of a string whose escapes are known to be well formed. A lone surrogate becomes U+FFFD.</summary>
    /// <param name="destination">At least as long as <paramref name="escaped"/>.</param>
    /// <returns>The number of bytes written.</returns>
    public static int Resolve(ReadOnlySpan<byte> escaped, Span<byte> destination)
    {
        var written = 0;
        while (true)
        {
            var plain = escaped.IndexOf((byte)'\\');
            if (plain < 0)
            {
                escaped.CopyTo(destination[written..]);
                return written + escaped.Length;
            }

            escaped[..plain].CopyTo(destination[written..]);
            written += plain;
            escaped = escaped[(plain + 1)..];
            if (escaped[0] == 'u')
            {
                written += TakeRune(ref escaped).EncodeToUtf8(destination[written..]);
            }
            else
            {
                destination[written++] = Control(escaped[0]);
                escaped = escaped[1..];
            }
        }
    }

    /// <summary>Writes text with the escapes it needs and no others.</summary>
    public static void Write(IBufferWriter<byte> output, ReadOnlySpan<byte> text)
    {
        while (text.IndexOfAny(Stops) is var stop and >= 0)
        {
            output.Write(text[..stop]);
            WriteEscape(output, text[stop]);
            text = text[(stop + 1)..];
        }

        output.Write(text);
    }

    static void WriteEscape(IBufferWriter<byte> output, byte character)
    {
        switch (character)
        {
            case (byte)'"':
                output.Write("\\\""u8);
                break;
            case (byte)'\\':
                output.Write("\\\\"u8);
                break;
            case (byte)'\n':
                output.Write("\\n"u8);
                break;
            case (byte)'\r':
                output.Write("\\r"u8);
                break;
            case (byte)'\t':
                output.Write("\\t"u8);
                break;
            default:
                output.Write("\\u00"u8);
                Utf8Formatter.TryFormat(character, output.GetSpan(2), out var length, new StandardFormat('x', 2));
                output.Advance(length);
                break;
        }
    }

    static Rune TakeRune(ref ReadOnlySpan<byte> escaped)
    {
        TryCodeUnit(escaped[1..], out var first);
        escaped = escaped[5..];
        if (Rune.TryCreate(first, out var rune))
        {
            return rune;
        }

        if (
            escaped.StartsWith("\\u"u8)
            && TryCodeUnit(escaped[2..], out var second)
            && Rune.TryCreate(first, second, out var pair)
        )
        {
            escaped = escaped[6..];
            return pair;
        }

        return Rune.ReplacementChar;
    }

    static bool TryCodeUnit(ReadOnlySpan<byte> digits, out char unit)
    {
        var parsed = Utf8Parser.TryParse(digits[..4], out ushort value, out var length, 'x') && length == 4;
        unit = (char)value;
        return parsed;
    }

    static byte Control(byte escape) =>
        escape switch
        {
            (byte)'b' => (byte)'\b',
            (byte)'f' => (byte)'\f',
            (byte)'n' => (byte)'\n',
            (byte)'r' => (byte)'\r',
            (byte)'t' => (byte)'\t',
            _ => escape,
        };
}
