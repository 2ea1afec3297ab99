using System.Globalization;
using System.Text;

namespace Emulator.Services.CloudWatch;

/// <summary>Prints a number as AWS does in error texts: Java's <c>DecimalFormat</c> with its default pattern.</summary>
/// <remarks>
/// Grouping commas, at most three decimals (rounded half to even), no exponent; the digits are those of <c>Double.toString</c>, padded with zeros.
/// </remarks>
static class JavaDecimal
{
    const int Group = 3;

    public static string Format(double value)
    {
        if (!double.IsFinite(value))
        {
            return double.IsNaN(value) ? "NaN"
                : value > 0 ? "∞"
                : "-∞";
        }

        var sign = double.IsNegative(value) ? "-" : "";
        var magnitude = Math.Abs(value);
        return magnitude < (double)decimal.MaxValue ? sign + FormatSmall(magnitude) : sign + FormatLarge(magnitude);
    }

    static string FormatSmall(double magnitude)
    {
        var text = magnitude.ToString("R", CultureInfo.InvariantCulture);
        var number = decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        return decimal.Round(number, 3, MidpointRounding.ToEven).ToString("#,##0.###", CultureInfo.InvariantCulture);
    }

    static string FormatLarge(double magnitude)
    {
        var text = Digits(magnitude);
        var exponentAt = text.IndexOf('E', StringComparison.Ordinal);
        var exponent = int.Parse(text.AsSpan(exponentAt + 1), NumberStyles.Integer, CultureInfo.InvariantCulture);
        var digits = text[..exponentAt].Replace(".", "", StringComparison.Ordinal).PadRight(exponent + 1, '0');
        var grouped = new StringBuilder();
        for (var i = 0; i < digits.Length; i++)
        {
            if (i > 0 && (digits.Length - i) % Group == 0)
            {
                grouped.Append(',');
            }

            grouped.Append(digits[i]);
        }

        return grouped.ToString();
    }

    /// <summary>
    /// The shortest digits that identify a number, or one digit less for a power of two: below it the numbers are twice as close, which AWS's
    /// Java does not take into account. Its text for 2^361 shows it.
    /// </summary>
    static string Digits(double magnitude)
    {
        var shorter = magnitude.ToString("E15", CultureInfo.InvariantCulture);
        var isPowerOfTwo = (BitConverter.DoubleToInt64Bits(magnitude) & ((1L << 52) - 1)) == 0;
        return isPowerOfTwo && double.Parse(shorter, CultureInfo.InvariantCulture) == Math.BitDecrement(magnitude)
            ? shorter
            : magnitude.ToString("R", CultureInfo.InvariantCulture);
    }
}
