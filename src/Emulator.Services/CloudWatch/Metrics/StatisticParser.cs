using System.Globalization;

namespace Emulator.Services.CloudWatch.Metrics;

/// <summary>Reads the name of a statistic, by the pattern that the API model gives for <c>AnomalyDetectorMetricStat</c>.</summary>
/// <remarks>
/// Case matters: the short forms (<c>tm90</c>) are lower case, the forms with a range (<c>TM(5%:95%)</c>) upper case. The undocumented part of the
/// pattern (<c>o</c>, <c>u</c>, and the suffixes <c>_E</c>, <c>_L</c>, <c>_H</c>) is refused.
/// </remarks>
static class StatisticParser
{
    const int MaxDecimals = 10;

    /// <returns><c>false</c> when the text names no statistic.</returns>
    public static bool TryParse(string text, out Statistic statistic)
    {
        foreach (var basic in Statistic.Basic)
        {
            if (basic.Name == text)
            {
                statistic = basic;
                return true;
            }
        }

        if (text == "IQM")
        {
            statistic = new Statistic(StatisticKind.TrimmedMean, text, 25, 75);
            return true;
        }

        return text.EndsWith(')') ? TryParseRange(text, out statistic) : TryParseShort(text, out statistic);
    }

    // short := "p" percent | ("tm" | "tc" | "ts" | "wm") percent
    static bool TryParseShort(string text, out Statistic statistic)
    {
        statistic = default;
        StatisticKind? kind = text switch
        {
            ['p', ..] => StatisticKind.Percentile,
            ['t', 'm', ..] => StatisticKind.TrimmedMean,
            ['t', 'c', ..] => StatisticKind.TrimmedCount,
            ['t', 's', ..] => StatisticKind.TrimmedSum,
            ['w', 'm', ..] => StatisticKind.WinsorizedMean,
            _ => null,
        };
        if (kind is null)
        {
            return false;
        }

        var digits = text.AsSpan(kind == StatisticKind.Percentile ? 1 : 2);
        if (!TryReadPercent(digits, allowsDecimalsOf100: false, out var percent))
        {
            return false;
        }

        // A trimmed statistic of nothing at all has no value for any data.
        if (kind != StatisticKind.Percentile && percent == 0)
        {
            return false;
        }

        statistic = new Statistic(kind.Value, text, 0, percent);
        return true;
    }

    // range := ("TM" | "TC" | "TS" | "WM") "(" percents ")" | ("TM" | "TC" | "TS" | "WM" | "PR") "(" values ")"
    static bool TryParseRange(string text, out Statistic statistic)
    {
        statistic = default;
        StatisticKind? kind = text switch
        {
            ['T', 'M', '(', ..] => StatisticKind.TrimmedMean,
            ['T', 'C', '(', ..] => StatisticKind.TrimmedCount,
            ['T', 'S', '(', ..] => StatisticKind.TrimmedSum,
            ['W', 'M', '(', ..] => StatisticKind.WinsorizedMean,
            ['P', 'R', '(', ..] => StatisticKind.PercentileRank,
            _ => null,
        };
        if (kind is null)
        {
            return false;
        }

        var bounds = text.AsSpan(3..^1);
        var colon = bounds.IndexOf(':');
        if (colon < 0 || bounds.Length == 1)
        {
            return false;
        }

        var lower = bounds[..colon];
        var upper = bounds[(colon + 1)..];
        var isPercent = kind != StatisticKind.PercentileRank && bounds.Contains('%');
        double low = isPercent ? 0 : double.NegativeInfinity;
        double high = isPercent ? 100 : double.PositiveInfinity;
        if (
            (!lower.IsEmpty && !TryReadBound(lower, isPercent, out low))
            || (!upper.IsEmpty && !TryReadBound(upper, isPercent, out high))
            || low >= high
        )
        {
            return false;
        }

        statistic = new Statistic(kind.Value, text, low, high, isPercent);
        return true;
    }

    static bool TryReadBound(ReadOnlySpan<char> text, bool isPercent, out double bound)
    {
        bound = 0;
        return isPercent
            ? text[^1] == '%' && TryReadPercent(text[..^1], allowsDecimalsOf100: true, out bound)
            : TryReadValue(text, out bound);
    }

    // percent := D{1,2} [ "." D{0,10} ] | "100" [ "." 0{0,10} ]
    static bool TryReadPercent(ReadOnlySpan<char> text, bool allowsDecimalsOf100, out double percent)
    {
        percent = 0;
        var whole = CountDigits(text);
        if (whole is 0 or > 3 || !IsFraction(text[whole..]))
        {
            return false;
        }

        percent = ToDouble(text);
        return whole < 3 || (percent == 100 && (allowsDecimalsOf100 || text.Length == 3));
    }

    // value := D+ [ "." D{0,10} ] [ ("e" | "E") [ "+" | "-" ] D+ ]
    static bool TryReadValue(ReadOnlySpan<char> text, out double value)
    {
        value = 0;
        var exponent = text.IndexOfAny('e', 'E');
        var mantissa = exponent < 0 ? text : text[..exponent];
        var whole = CountDigits(mantissa);
        if (whole == 0 || !IsFraction(mantissa[whole..]) || (exponent >= 0 && !IsExponent(text[(exponent + 1)..])))
        {
            return false;
        }

        value = ToDouble(text);
        return double.IsFinite(value);
    }

    static bool IsExponent(ReadOnlySpan<char> text)
    {
        var digits = text is ['+' or '-', ..] ? text[1..] : text;
        return !digits.IsEmpty && CountDigits(digits) == digits.Length;
    }

    static bool IsFraction(ReadOnlySpan<char> text) =>
        text.IsEmpty || (text[0] == '.' && text.Length <= MaxDecimals + 1 && CountDigits(text[1..]) == text.Length - 1);

    static int CountDigits(ReadOnlySpan<char> text)
    {
        var count = text.IndexOfAnyExceptInRange('0', '9');
        return count < 0 ? text.Length : count;
    }

    static double ToDouble(ReadOnlySpan<char> text) =>
        double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
