using System.Globalization;
using System.Text;

namespace Emulator.Languages.Insights;

/// <summary>How numbers are written: plain decimals with four digits behind the point at most, no zeros at the end, no exponent.</summary>
internal static class NumberPrint
{
    const double ExactIntegers = 1L << 53;

    public static byte[] Of(double number)
    {
        if (number == Math.Truncate(number) && Math.Abs(number) < ExactIntegers)
        {
            return Encoding.UTF8.GetBytes(((long)number).ToString(CultureInfo.InvariantCulture));
        }

        var text = number.ToString("F4", CultureInfo.InvariantCulture).TrimEnd('0').TrimEnd('.');
        return Encoding.UTF8.GetBytes(text is "-0" ? "0" : text);
    }
}
