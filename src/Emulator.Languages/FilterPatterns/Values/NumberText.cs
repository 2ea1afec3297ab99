using System.Globalization;
using System.Text;

namespace Emulator.Languages.FilterPatterns.Values;

/// <summary>Which numbers a text may spell.</summary>
enum NumberForm
{
    /// <summary>Sign, digits and fraction. AWS: "strings don't support scientific notation".</summary>
    Plain,

    /// <summary>Also an exponent.</summary>
    Scientific,
}

/// <summary>Numbers as filter patterns spell them.</summary>
static class NumberText
{
    /// <summary>Whether the whole word is a number of any form.</summary>
    public static bool IsNumber(string word) => TryParse(Encoding.UTF8.GetBytes(word), NumberForm.Scientific, out _);

    /// <summary>The number that the whole text spells.</summary>
    // number = [ "+" | "-" ] , digits , [ "." , digits ] , [ ( "e" | "E" ) , [ "+" | "-" ] , digits ] ;
    public static bool TryParse(ReadOnlySpan<byte> text, NumberForm form, out double value)
    {
        value = 0;
        var rest = SkipSign(text);
        if (!TrySkipDigits(ref rest))
        {
            return false;
        }

        if (rest is [(byte)'.', ..])
        {
            rest = rest[1..];
            if (!TrySkipDigits(ref rest))
            {
                return false;
            }
        }

        if (form == NumberForm.Scientific && rest is [(byte)'e' or (byte)'E', ..])
        {
            rest = SkipSign(rest[1..]);
            if (!TrySkipDigits(ref rest))
            {
                return false;
            }
        }

        return rest.IsEmpty && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }

    static ReadOnlySpan<byte> SkipSign(ReadOnlySpan<byte> text) =>
        text is [(byte)'+' or (byte)'-', ..] ? text[1..] : text;

    static bool TrySkipDigits(ref ReadOnlySpan<byte> text)
    {
        var digits = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (digits < 0)
        {
            digits = text.Length;
        }

        text = text[digits..];
        return digits > 0;
    }
}
