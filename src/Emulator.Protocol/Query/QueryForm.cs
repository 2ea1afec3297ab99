using System.Buffers;
using System.Text;

namespace Emulator.Protocol.Query;

/// <summary>A form, <c>key=value&amp;key=value</c>, still encoded.</summary>
static class QueryForm
{
    static readonly SearchValues<byte> Encoded = SearchValues.Create("%+"u8);

    /// <summary>The parameters of a request: those of its URL and those of its body.</summary>
    public static ReadOnlyMemory<byte> Of(WireRequest request)
    {
        if (request.QueryString.Length == 0)
        {
            return request.Body;
        }

        var url = Encoding.UTF8.GetBytes(request.QueryString);
        return request.Body.IsEmpty ? url : (byte[])[.. url, (byte)'&', .. request.Body.Span];
    }

    /// <summary>Finds a parameter without reading the whole form.</summary>
    /// <param name="mark">The parameter's name, which needs no encoding, and <c>=</c>.</param>
    /// <returns>The first such parameter's value; <c>null</c> when there is none.</returns>
    public static string? Find(ReadOnlySpan<byte> form, ReadOnlySpan<byte> mark)
    {
        var start = 0;
        while (form[start..].IndexOf(mark) is var offset and >= 0)
        {
            var name = start + offset;
            start = name + mark.Length;
            if (name == 0 || form[name - 1] == '&')
            {
                var value = form[start..];
                var end = value.IndexOf((byte)'&');
                var text = (end < 0 ? value : value[..end]).ToArray();
                return Encoding.UTF8.GetString(text, 0, TryDecode(text, out var length) ? length : text.Length);
            }
        }

        return null;
    }

    /// <summary>Resolves <c>%XX</c> and <c>+</c> in place.</summary>
    /// <param name="length">What the text is long then.</param>
    /// <returns><c>false</c> when a <c>%</c> has no two hexadecimal digits behind it.</returns>
    public static bool TryDecode(Span<byte> text, out int length)
    {
        length = text.IndexOfAny(Encoded);
        if (length < 0)
        {
            length = text.Length;
            return true;
        }

        for (var i = length; i < text.Length; i++)
        {
            var next = text[i];
            if (next == '+')
            {
                next = (byte)' ';
            }
            else if (next == '%')
            {
                if (
                    i + 2 >= text.Length
                    || !char.IsAsciiHexDigit((char)text[i + 1])
                    || !char.IsAsciiHexDigit((char)text[i + 2])
                )
                {
                    return false;
                }

                next = (byte)(ValueOf(text[i + 1]) << 4 | ValueOf(text[i + 2]));
                i += 2;
            }

            text[length++] = next;
        }

        return true;
    }

    static int ValueOf(byte hexDigit) => hexDigit <= '9' ? hexDigit - '0' : (hexDigit | 0x20) - 'a' + 10;
}
