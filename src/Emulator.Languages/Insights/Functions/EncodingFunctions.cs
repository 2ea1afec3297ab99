using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Emulator.Languages.Insights;

/// <summary>Functions that encode, decode and digest strings.</summary>
internal static class EncodingFunctions
{
    public static readonly IReadOnlyList<Function> All =
    [
        Adapters.Text("urlencode", static text => Value.Text(Uri.EscapeDataString(Encoding.UTF8.GetString(text.Span)))),
        Adapters.Text("urldecode", static text => Value.Text(UrlDecode(text))),
        Adapters.Text("base64encode", static text => Value.Text(Convert.ToBase64String(text.Span))),
        Adapters.Text("base64decode", FromBase64),
        // What AWS names it; nothing is kept secret with it.
        Adapters.Text("md5", static text => Value.Text(Md5(text.Span))),
        Adapters.Text("sha256", static text => Value.Text(Convert.ToHexStringLower(SHA256.HashData(text.Span)))),
        Adapters.Text("hexToAscii", HexToAscii),
        Adapters.Text("hexToDec", HexToDecimal),
        new("decToHex", "a number", 1, 1, DecimalToHex),
    ];

    static string UrlDecode(ReadOnlyMemory<byte> text) =>
        Uri.UnescapeDataString(Encoding.UTF8.GetString(text.Span).Replace('+', ' '));

    static Value FromBase64(ReadOnlyMemory<byte> text)
    {
        if (!Base64.IsValid(text.Span))
        {
            return Value.Missing;
        }

        return Value.Text(Convert.FromBase64String(Encoding.UTF8.GetString(text.Span)));
    }

#pragma warning disable CA5351 // AWS offers this digest to users of the language.
    static string Md5(ReadOnlySpan<byte> text) => Convert.ToHexStringLower(MD5.HashData(text));
#pragma warning restore CA5351

    static Value HexToAscii(ReadOnlyMemory<byte> text)
    {
        var digits = Encoding.UTF8.GetString(text.Span);
        return digits.Length % 2 == 0 && digits.All(char.IsAsciiHexDigit)
            ? Value.Text(Convert.FromHexString(digits))
            : Value.Missing;
    }

    static Value HexToDecimal(ReadOnlyMemory<byte> text)
    {
        var digits = Encoding.UTF8.GetString(text.Span);
        var isNegative = digits.StartsWith('-');
        digits = isNegative ? digits[1..] : digits;
        digits = digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? digits[2..] : digits;
        return ulong.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)
            ? Value.Number(isNegative ? -(double)number : number)
            : Value.Missing;
    }

    static RowValue DecimalToHex(CallSite call)
    {
        var argument = call.Argument(0);
        return row =>
        {
            if (!argument(row).TryNumber(out var number) || Math.Abs(number) >= long.MaxValue)
            {
                return Value.Missing;
            }

            var digits = ((long)Math.Abs(number)).ToString("x", CultureInfo.InvariantCulture);
            return Value.Text($"{(number < 0 ? "-" : "")}0x{digits}");
        };
    }
}
