using System.Globalization;
using System.Text;

namespace Emulator.Languages.FilterPatterns.Json;

/// <summary>The escape sequences of JSON strings.</summary>
/// <remarks>
/// The BCL throws on half a surrogate pair, which RFC 8259 allows and real messages hold; here it becomes U+FFFD.
/// </remarks>
static class JsonEscapes
{
    /// <summary>How a sequence begins that can stand for any character.</summary>
    public static ReadOnlySpan<byte> Unicode => "\\u"u8;

    // Characters that a writer must or may escape in another way than by "\u".
    static readonly char[] NotPlain = [.. Enumerable.Range(0, ' ').Select(code => (char)code), '"', '\\', '/'];

    /// <summary>Whether a string with this content always spells it as it is, unless it uses <see cref="Unicode"/>.</summary>
    public static bool IsPlain(string content) => content.IndexOfAny(NotPlain) < 0;

    /// <summary>The parts of a content that are plain.</summary>
    public static IEnumerable<string> PlainParts(string content) => content.Split(NotPlain);

    /// <summary>Writes the content of a string with its escapes resolved.</summary>
    /// <param name="raw">The content of a valid JSON string, without quotes.</param>
    /// <param name="text">At least as long as <paramref name="raw"/>.</param>
    /// <returns>The bytes written.</returns>
    public static int Resolve(ReadOnlySpan<byte> raw, Span<byte> text)
    {
        var written = 0;
        int plain;
        while ((plain = raw.IndexOf((byte)'\\')) >= 0)
        {
            raw[..plain].CopyTo(text[written..]);
            written += plain;
            raw = raw[plain..];
            if (raw[1] == 'u')
            {
                written += TakeUnicode(ref raw).EncodeToUtf8(text[written..]);
            }
            else
            {
                text[written++] = Simple(raw[1]);
                raw = raw[2..];
            }
        }

        raw.CopyTo(text[written..]);
        return written + raw.Length;
    }

    static byte Simple(byte escaped) =>
        escaped switch
        {
            (byte)'b' => (byte)'\b',
            (byte)'f' => (byte)'\f',
            (byte)'n' => (byte)'\n',
            (byte)'r' => (byte)'\r',
            (byte)'t' => (byte)'\t',
            _ => escaped,
        };

    /// <summary>Takes one <c>\uXXXX</c>, or two that make a pair.</summary>
    static Rune TakeUnicode(ref ReadOnlySpan<byte> raw)
    {
        const int sequenceLength = 6;

        var first = CodeUnit(raw);
        raw = raw[sequenceLength..];
        if (Rune.TryCreate(first, out var rune))
        {
            return rune;
        }

        if (raw.StartsWith(Unicode) && Rune.TryCreate(first, CodeUnit(raw), out rune))
        {
            raw = raw[sequenceLength..];
            return rune;
        }

        return Rune.ReplacementChar;
    }

    static char CodeUnit(ReadOnlySpan<byte> sequence) =>
        (char)ushort.Parse(sequence.Slice(2, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
