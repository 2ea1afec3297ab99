using System.Buffers.Text;

namespace Emulator.Protocol.Shapes;

/// <summary>Times as ISO 8601 text, the form of the Query protocol.</summary>
static class Iso8601
{
    /// <summary>
    /// Reads <c>2026-08-01T12:00:00.123456Z</c>: seconds and fraction optional, at most six digits of fraction (milliseconds are kept), an offset
    /// instead of <c>Z</c>, or neither for UTC.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out DateTimeOffset time)
    {
        time = default;
        var rest = text;
        if (
            !TryDigits(ref rest, 4, out var year)
            || !TryByte(ref rest, (byte)'-')
            || !TryDigits(ref rest, 2, out var month)
            || !TryByte(ref rest, (byte)'-')
            || !TryDigits(ref rest, 2, out var day)
            || !TryTimeOfDay(ref rest, out var timeOfDay)
            || !TryOffset(ref rest, out var offset)
            || !rest.IsEmpty
            || year < 1
            || month is < 1 or > 12
            || day < 1
            || day > DateTime.DaysInMonth(year, month)
        )
        {
            return false;
        }

        var ticks = new DateTime(year, month, day).Ticks + timeOfDay.Ticks - offset.Ticks;
        if (ticks < DateTime.MinValue.Ticks || ticks > DateTime.MaxValue.Ticks)
        {
            return false;
        }

        time = new DateTimeOffset(ticks, TimeSpan.Zero);
        return true;
    }

    /// <summary>The most bytes that <see cref="Format"/> writes.</summary>
    public const int MaxLength = 24;

    /// <summary>Writes <c>2026-08-01T12:00:00Z</c>, with <c>.fff</c> when there are milliseconds, as AWS does.</summary>
    /// <returns>The number of bytes written.</returns>
    public static int Format(DateTimeOffset time, Span<byte> destination)
    {
        var utc = time.UtcDateTime;
        var format = utc.Millisecond == 0 ? "yyyy-MM-ddTHH:mm:ssZ" : "yyyy-MM-ddTHH:mm:ss.fffZ";
        utc.TryFormat(destination, out var written, format);
        return written;
    }

    // timeOfDay = [ 'T' hh ':' mm [ ':' ss [ '.' f{1,6} ] ] ]
    static bool TryTimeOfDay(ref ReadOnlySpan<byte> rest, out TimeSpan time)
    {
        time = default;
        if (!TryByte(ref rest, (byte)'T'))
        {
            return true;
        }

        if (
            !TryDigits(ref rest, 2, out var hour)
            || !TryByte(ref rest, (byte)':')
            || !TryDigits(ref rest, 2, out var minute)
        )
        {
            return false;
        }

        var second = 0;
        var millisecond = 0;
        if (TryByte(ref rest, (byte)':'))
        {
            if (!TryDigits(ref rest, 2, out second) || !TryFraction(ref rest, out millisecond))
            {
                return false;
            }
        }

        time = new TimeSpan(0, hour, minute, second, millisecond);
        return hour < 24 && minute < 60 && second < 60;
    }

    static bool TryFraction(ref ReadOnlySpan<byte> rest, out int millisecond)
    {
        millisecond = 0;
        if (!TryByte(ref rest, (byte)'.'))
        {
            return true;
        }

        var digits = rest.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        digits = digits < 0 ? rest.Length : digits;
        if (digits is 0 or > 6 || !Utf8Parser.TryParse(rest[..digits], out int fraction, out _))
        {
            return false;
        }

        for (var scale = digits; scale < 3; scale++)
        {
            fraction *= 10;
        }

        for (var scale = digits; scale > 3; scale--)
        {
            fraction /= 10;
        }

        millisecond = fraction;
        rest = rest[digits..];
        return true;
    }

    // offset = [ 'Z' | ( '+' | '-' ) hh [ ':' ] mm ]
    static bool TryOffset(ref ReadOnlySpan<byte> rest, out TimeSpan offset)
    {
        offset = default;
        if (rest.IsEmpty || TryByte(ref rest, (byte)'Z'))
        {
            return true;
        }

        var sign = rest[0] == '-' ? -1 : 1;
        if ((!TryByte(ref rest, (byte)'+') && !TryByte(ref rest, (byte)'-')) || !TryDigits(ref rest, 2, out var hours))
        {
            return false;
        }

        TryByte(ref rest, (byte)':');
        if (!TryDigits(ref rest, 2, out var minutes))
        {
            return false;
        }

        offset = new TimeSpan(hours, minutes, 0) * sign;
        return hours < 24 && minutes < 60;
    }

    static bool TryByte(ref ReadOnlySpan<byte> rest, byte expected)
    {
        if (rest.IsEmpty || rest[0] != expected)
        {
            return false;
        }

        rest = rest[1..];
        return true;
    }

    static bool TryDigits(ref ReadOnlySpan<byte> rest, int count, out int value)
    {
        value = 0;
        if (rest.Length < count || rest[..count].ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            return false;
        }

        for (var i = 0; i < count; i++)
        {
            value = value * 10 + rest[i] - '0';
        }

        rest = rest[count..];
        return true;
    }
}
