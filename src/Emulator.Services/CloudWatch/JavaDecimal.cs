using System.Globalization;
using System.Text;

namespace Emulator.Services.CloudWatch;

/// <summary>Prints a number as AWS does in error texts: Java's <c>DecimalFormat</c> with its default pattern.</summary>
/// <remarks>
/// Grouping commas, at most three decimals (rounded half to even), no exponent; the digits are the shortest that identify the number, padded with
/// zeros.
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
        var text = magnitude.ToString("R", CultureInfo.InvariantCulture);
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
}
