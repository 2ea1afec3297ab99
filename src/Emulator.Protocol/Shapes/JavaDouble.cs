using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Emulator.Protocol.Shapes;

/// <summary>Doubles as Java prints them, and therefore AWS: <c>41.0</c>, <c>0.1</c>, <c>1.0E300</c>, <c>NaN</c>.</summary>
/// <remarks><see href="https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/lang/Double.html#toString(double)"/></remarks>
static class JavaDouble
{
    /// <summary>The most bytes that <see cref="Format"/> writes.</summary>
    public const int MaxLength = 32;

    /// <summary>Whole numbers up to here are printed from their integer, which is faster.</summary>
    const double LargestWhole = 1e15;

    /// <returns>The number of bytes written.</returns>
    public static int Format(double value, Span<byte> destination)
    {
        if (double.IsInteger(value) && Math.Abs(value) < LargestWhole && !(value == 0 && double.IsNegative(value)))
        {
            return FormatScaled((long)value, 0, destination);
        }

        Span<byte> text = stackalloc byte[MaxLength];
        value.TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
        text = text[..length];
        if (!double.IsFinite(value))
        {
            text.CopyTo(destination);
            return length;
        }

        // The shortest digits that read back as the value, with or without an exponent.
        Span<byte> digits = stackalloc byte[MaxLength];
        var (count, point) = Digits(text, digits);
        return Write(double.IsNegative(value), digits[..count], point, destination);
    }

    public static string Print(double value)
    {
        Span<byte> text = stackalloc byte[MaxLength];
        return Encoding.ASCII.GetString(text[..Format(value, text)]);
    }

    /// <summary>Prints a number of milliseconds in seconds.</summary>
    /// <returns>The number of bytes written.</returns>
    public static int FormatThousandths(long value, Span<byte> destination) => FormatScaled(value, 3, destination);

    static int FormatScaled(long value, int decimals, Span<byte> destination)
    {
        Span<byte> digits = stackalloc byte[MaxLength];
        Utf8Formatter.TryFormat(Math.Abs(value), digits, out var length);
        var significant = digits[..length].TrimEnd((byte)'0');
        return Write(value < 0, significant, significant.IsEmpty ? 0 : length - decimals, destination);
    }

    /// <summary>Takes a number apart.</summary>
    /// <returns>The significant digits' count, and where the decimal point stands: 0.DIGITS × 10^Point.</returns>
    static (int Count, int Point) Digits(ReadOnlySpan<byte> text, Span<byte> digits)
    {
        var count = 0;
        var point = 0;
        var seenPoint = false;
        for (var i = 0; i < text.Length; i++)
        {
            var b = text[i];
            if (b == 'E')
            {
                point += int.Parse(text[(i + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
                break;
            }

            if (b == '.')
            {
                seenPoint = true;
            }
            else if (b != '-')
            {
                var isLeadingZero = b == '0' && count == 0;
                point += (seenPoint, isLeadingZero) switch
                {
                    (false, false) => 1,
                    (true, true) => -1,
                    _ => 0,
                };
                if (!isLeadingZero)
                {
                    digits[count++] = b;
                }
            }
        }

        while (count > 0 && digits[count - 1] == '0')
        {
            count--;
        }

        return (count, point);
    }

    /// <summary>Writes 0.DIGITS × 10^point.</summary>
    static int Write(bool isNegative, ReadOnlySpan<byte> digits, int point, Span<byte> destination)
    {
        var rest = destination;
        if (isNegative)
        {
            Append(ref rest, "-"u8);
        }

        // From 0.001 up to, but not including, 10^7.
        if (point is > -3 and <= 7)
        {
            WritePlain(digits, point, ref rest);
        }
        else
        {
            WriteScientific(digits, point, ref rest);
        }

        return destination.Length - rest.Length;
    }

    static void WritePlain(ReadOnlySpan<byte> digits, int point, ref Span<byte> rest)
    {
        var whole = digits[..Math.Clamp(point, 0, digits.Length)];
        var fraction = digits[whole.Length..];
        Append(ref rest, whole.IsEmpty ? "0"u8 : whole);
        AppendZeros(ref rest, point - whole.Length);
        Append(ref rest, "."u8);
        AppendZeros(ref rest, -point);
        Append(ref rest, fraction.IsEmpty ? "0"u8 : fraction);
    }

    static void WriteScientific(ReadOnlySpan<byte> digits, int point, ref Span<byte> rest)
    {
        Append(ref rest, digits[..1]);
        Append(ref rest, "."u8);
        Append(ref rest, digits.Length == 1 ? "0"u8 : digits[1..]);
        Append(ref rest, "E"u8);
        Utf8Formatter.TryFormat(point - 1, rest, out var length);
        rest = rest[length..];
    }

    static void Append(ref Span<byte> rest, ReadOnlySpan<byte> text)
    {
        text.CopyTo(rest);
        rest = rest[text.Length..];
    }

    static void AppendZeros(ref Span<byte> rest, int count)
    {
        for (; count > 0; count--)
        {
            Append(ref rest, "0"u8);
        }
    }
}
