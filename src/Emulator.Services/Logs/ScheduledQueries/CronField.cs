using System.Globalization;

namespace Emulator.Services.Logs.ScheduledQueries;

/// <summary>Reads one field of a cron expression that is made of numbers.</summary>
static class CronField
{
    /// <summary><c>*</c>, or values, ranges and steps with commas between: <c>5</c>, <c>1-5</c>, <c>0/15</c>, <c>10-20/2</c>.</summary>
    /// <param name="names">Names of the values from <paramref name="min"/> on.</param>
    /// <returns><c>null</c> when it is not such a field.</returns>
    public static HashSet<int>? Parse(string text, int min, int max, string[]? names = null)
    {
        var values = new HashSet<int>();
        foreach (var part in text.Split(','))
        {
            if (Range(part, min, max, names) is not var (from, to, step))
            {
                return null;
            }

            for (var value = from; value <= to; value += step)
            {
                values.Add(value);
            }
        }

        return values;
    }

    /// <summary>A number or a name within bounds; <c>null</c> when it is none.</summary>
    public static int? Value(string text, int min, int max, string[]? names = null)
    {
        var index = names is null ? -1 : Array.IndexOf(names, text.ToUpperInvariant());
        var value =
            index >= 0 ? index + min
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : -1;
        return value >= min && value <= max ? value : null;
    }

    static (int From, int To, int Step)? Range(string text, int min, int max, string[]? names)
    {
        var (range, step) = text.Split('/') switch
        {
            [var only] => (only, 1),
            [var before, var after] => (before, Value(after, 1, max) ?? 0),
            _ => (text, 0),
        };
        (int?, int?) bounds = range.Split('-') switch
        {
            ["*"] => (min, max),
            [var one] when range != text => (Value(one, min, max, names), max),
            [var one] => (Value(one, min, max, names), Value(one, min, max, names)),
            [var one, var other] => (Value(one, min, max, names), Value(other, min, max, names)),
            _ => (null, null),
        };
        return bounds is ({ } from, { } to) && from <= to && step > 0 ? (from, to, step) : null;
    }
}
