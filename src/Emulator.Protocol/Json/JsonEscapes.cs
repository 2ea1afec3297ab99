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

    /// <summary>The most bytes that one escape stands for.</summary>
    public const int MaxResolved = 4;

    /// <summary>Resolves one escape; that of a surrogate together with its partner. A lone surrogate becomes U+FFFD.</summary>
    /// <param name="text">What follows the backslash.</param>
    /// <param name="taken">How many bytes of <paramref name="text"/> belong to the escape.</param>
    /// <returns><c>false</c> when the text begins with no escape.</returns>
    public static bool TryResolve(ReadOnlySpan<byte> text, Span<byte> destination, out int taken, out int written)
    {
        taken = 1;
        written = 1;
        switch (text.IsEmpty ? default : text[0])
        {
            case (byte)'"' or (byte)'\\' or (byte)'/':
                destination[0] = text[0];
                return true;
            case (byte)'b':
                destination[0] = (byte)'\b';
                return true;
            case (byte)'f':
                destination[0] = (byte)'\f';
                return true;
            case (byte)'n':
                destination[0] = (byte)'\n';
                return true;
            case (byte)'r':
                destination[0] = (byte)'\r';
                return true;
            case (byte)'t':
                destination[0] = (byte)'\t';
                return true;
            case (byte)'u' when TryRune(text[1..], out var rune, out var digits):
                taken += digits;
                written = rune.EncodeToUtf8(destination);
                return true;
            default:
                return false;
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

    static bool TryRune(ReadOnlySpan<byte> text, out Rune rune, out int taken)
    {
        rune = Rune.ReplacementChar;
        taken = 4;
        if (!TryCodeUnit(text, out var first))
        {
            return false;
        }

        if (char.IsSurrogate(first))
        {
            var isPair =
                text[4..].StartsWith("\\u"u8)
                && TryCodeUnit(text[6..], out var second)
                && Rune.TryCreate(first, second, out rune);
            taken = isPair ? 10 : 4;
            rune = isPair ? rune : Rune.ReplacementChar;
        }
        else
        {
            rune = new Rune(first);
        }

        return true;
    }

    static bool TryCodeUnit(ReadOnlySpan<byte> text, out char unit)
    {
        unit = default;
        if (text.Length < 4 || !Utf8Parser.TryParse(text[..4], out ushort value, out var length, 'x') || length < 4)
        {
            return false;
        }

        unit = (char)value;
        return true;
    }
}
