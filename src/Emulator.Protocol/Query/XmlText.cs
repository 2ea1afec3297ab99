using System.Buffers;

namespace Emulator.Protocol.Query;

/// <summary>The text between XML tags.</summary>
static class XmlText
{
    // 0xEF may begin U+FFFE or U+FFFF, which XML forbids as it forbids control characters.
    static readonly SearchValues<byte> Stops = SearchValues.Create([
        .. "&<>\r"u8,
        0xEF,
        .. Enumerable.Range(0, 0x20).Select(control => (byte)control).Except("\t\n"u8.ToArray()),
    ]);

    /// <summary>Escapes what XML gives a meaning and drops the characters that XML 1.0 cannot express.</summary>
    /// <remarks>A carriage return is escaped, or parsers would read a line feed. <see href="https://www.w3.org/TR/xml/#charsets"/></remarks>
    public static void Write(IBufferWriter<byte> output, ReadOnlySpan<byte> text)
    {
        while (text.IndexOfAny(Stops) is var stop and >= 0)
        {
            output.Write(text[..stop]);
            var taken = 1;
            switch (text[stop])
            {
                case (byte)'&':
                    output.Write("&amp;"u8);
                    break;
                case (byte)'<':
                    output.Write("&lt;"u8);
                    break;
                case (byte)'>':
                    output.Write("&gt;"u8);
                    break;
                case (byte)'\r':
                    output.Write("&#xD;"u8);
                    break;
                case 0xEF:
                    taken = 3;
                    var character = text[stop..(stop + taken)];
                    output.Write(character is [_, 0xBF, 0xBE or 0xBF] ? default : character);
                    break;
            }

            text = text[(stop + taken)..];
        }

        output.Write(text);
    }
}
