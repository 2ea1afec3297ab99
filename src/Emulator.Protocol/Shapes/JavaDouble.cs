using System.Buffers.Text;
using System.Globalization;

namespace Emulator.Protocol.Shapes;

/// <summary>Doubles as Java prints them, and therefore AWS: <c>41.0</c>, <c>0.1</c>, <c>1.0E300</c>, <c>NaN</c>.</summary>
/// <remarks><see href="https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/lang/Double.html#toString(double)"/></remarks>
static class JavaDouble
{
    /// <summary>The most bytes that <see cref="Format"/> writes.</summary>
    public const int MaxLength = 32;

    /// <returns>The number of bytes written.</returns>
    public static int Format(double value, Span<byte> destination)
    {
        if (!double.IsFinite(value))
        {
            value.TryFormat(destination, out var length, default, CultureInfo.InvariantCulture);
            return length;
        }

        // The shortest digits that read back as the value: d.dddE+xxx, without a fraction when there is one digit.
        Span<byte> text = stackalloc byte[MaxLength];
        value.TryFormat(text, out var textLength, default, CultureInfo.InvariantCulture);
        Span<byte> digits = stackalloc byte[MaxLength];
        var (count, point) = Digits(text[..textLength], digits);

        var written = 0;
        if (double.IsNegative(value))
        {
            destination[written++] = (byte)'-';
        }

        var magnitude = Math.Abs(value);
        return magnitude == 0 || magnitude is >= 1e-3 and < 1e7
            ? written + WritePlain(digits[..count], point, destination[written..])
            : written + WriteScientific(digits[..count], point, destination[written..]);
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

    static int WritePlain(ReadOnlySpan<byte> digits, int point, Span<byte> destination)
    {
        var whole = digits[..Math.Clamp(point, 0, digits.Length)];
        var fraction = digits[whole.Length..];
        var rest = destination;
        Append(ref rest, whole.IsEmpty ? "0"u8 : whole);
        AppendZeros(ref rest, point - whole.Length);
        Append(ref rest, "."u8);
        AppendZeros(ref rest, -point);
        Append(ref rest, fraction.IsEmpty ? "0"u8 : fraction);
        return destination.Length - rest.Length;
    }

    static int WriteScientific(ReadOnlySpan<byte> digits, int point, Span<byte> destination)
    {
        var rest = destination;
        Append(ref rest, digits[..1]);
        Append(ref rest, "."u8);
        Append(ref rest, digits.Length == 1 ? "0"u8 : digits[1..]);
        Append(ref rest, "E"u8);
        Utf8Formatter.TryFormat(point - 1, rest, out var length);
        return destination.Length - rest.Length + length;
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
