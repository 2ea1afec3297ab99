using System.Globalization;

namespace Emulator.Services.Logs.Transformers.Dates;

/// <summary>Reads a time by a pattern.</summary>
/// <threadsafety>Not thread-safe; it reads one text.</threadsafety>
sealed class DateReader(string text, DateWords words, TimeZoneInfo zone)
{
    int _at;
    int _year = 1970;
    int _month = 1;
    int _day = 1;
    int _hour;
    int _minute;
    int _second;
    long _nanoseconds;
    bool? _isAfternoon;
    TimeSpan? _offset;

    /// <returns><c>null</c> when the pattern does not fit the whole text.</returns>
    public DateTimeOffset? Read(JavaDatePattern pattern)
    {
        for (var i = 0; i < pattern.Parts.Count; i++)
        {
            // Digits that stand side by side are as many as there are letters.
            var isAdjacent = i + 1 < pattern.Parts.Count && IsNumber(pattern.Parts[i + 1]);
            if (!Read(pattern.Parts[i], isAdjacent))
            {
                return null;
            }
        }

        return _at == text.Length ? Build() : null;
    }

    static bool IsNumber(DatePart part) =>
        part.Letter is not ('\0' or 'E' or 'a' or 'z' or 'Z' or 'X' or 'x' or 'V')
        && !(part.Letter == 'M' && part.Count > 2);

    bool Read(DatePart part, bool isAdjacent)
    {
        switch (part.Letter)
        {
            case '\0':
                return Take(part.Text);
            case 'y' or 'u':
                var isShort = part.Count == 2;
                return Number(isShort || isAdjacent ? part.Count : 4, out _year) && (!isShort || (_year += 2000) > 0);
            case 'M' when part.Count > 2:
                return Word(part.Count > 3 ? words.Months : words.ShortMonths, out var month)
                    && (_month = month + 1) > 0;
            case 'M':
                return Number(Width(part, isAdjacent), out _month);
            case 'd':
                return Number(Width(part, isAdjacent), out _day);
            case 'E':
                return Word(part.Count > 3 ? words.Days : words.ShortDays, out _);
            case 'H' or 'k' or 'h' or 'K':
                return Number(Width(part, isAdjacent), out _hour);
            case 'm':
                return Number(Width(part, isAdjacent), out _minute);
            case 's':
                return Number(Width(part, isAdjacent), out _second);
            case 'S' or 'n':
                return Fraction(part.Count);
            case 'a':
                return Word(["AM", "PM"], out var half) && (_isAfternoon = half == 1) is not null;
            default:
                return Offset();
        }
    }

    static int Width(DatePart part, bool isAdjacent) => isAdjacent ? part.Count : Math.Max(part.Count, 2);

    bool Take(string expected)
    {
        if (string.CompareOrdinal(text, _at, expected, 0, expected.Length) != 0)
        {
            return false;
        }

        _at += expected.Length;
        return true;
    }

    bool Number(int most, out int number)
    {
        var start = _at;
        while (_at < text.Length && _at - start < most && char.IsAsciiDigit(text[_at]))
        {
            _at++;
        }

        return int.TryParse(
            text.AsSpan(start, _at - start),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out number
        );
    }

    bool Fraction(int count)
    {
        var start = _at;
        if (!Number(count, out var number) || _at - start != count || count > 9)
        {
            return false;
        }

        _nanoseconds = number * (long)Math.Pow(10, 9 - count);
        return true;
    }

    bool Word(IReadOnlyList<string> all, out int index)
    {
        for (index = 0; index < all.Count; index++)
        {
            if (string.Compare(text, _at, all[index], 0, all[index].Length, StringComparison.OrdinalIgnoreCase) == 0)
            {
                _at += all[index].Length;
                return true;
            }
        }

        return false;
    }

    /// <summary><c>+01:00</c>, <c>+0100</c>, <c>+01</c> or the name of a zone.</summary>
    bool Offset()
    {
        if (_at < text.Length && text[_at] is '+' or '-')
        {
            var sign = text[_at++] == '-' ? -1 : 1;
            if (!Number(2, out var hours))
            {
                return false;
            }

            var minutes = 0;
            if (_at < text.Length && text[_at] == ':')
            {
                _at++;
            }

            if (_at < text.Length && char.IsAsciiDigit(text[_at]) && !Number(2, out minutes))
            {
                return false;
            }

            _offset = sign * new TimeSpan(hours, minutes, 0);
            return true;
        }

        var start = _at;
        while (_at < text.Length && (char.IsAsciiLetter(text[_at]) || text[_at] is '/' or '_'))
        {
            _at++;
        }

        var name = text[start.._at];
        _offset = ZoneNames.Offset(name);
        return _offset is not null;
    }

    DateTimeOffset? Build()
    {
        var hour = _isAfternoon is { } isAfternoon ? _hour % 12 + (isAfternoon ? 12 : 0) : _hour % 24;
        if (
            _year is < 1 or > 9999
            || _month is < 1 or > 12
            || _day < 1
            || _day > DateTime.DaysInMonth(_year, _month)
            || _hour > 24
            || _minute > 59
            || _second > 59
        )
        {
            return null;
        }

        var local = new DateTime(_year, _month, _day, hour, _minute, _second).AddTicks(_nanoseconds / 100);
        var offset = _offset ?? zone.GetUtcOffset(local);
        return Math.Abs(offset.TotalHours) <= 14 && local.Ticks >= offset.Ticks
            ? new DateTimeOffset(local, offset)
            : null;
    }
}
