namespace Emulator.Languages.Insights;

/// <summary>Functions of numbers.</summary>
internal static class NumberFunctions
{
    const double EarthRadius = 6371;

    public static readonly IReadOnlyList<Function> All =
    [
        Adapters.Number("abs", Math.Abs),
        Adapters.Number("ceil", Math.Ceiling),
        Adapters.Number("floor", Math.Floor),
        Adapters.Number("sqrt", Math.Sqrt),
        Adapters.Number("log", Math.Log),
        new("greatest", "one or more numbers", 1, int.MaxValue, call => Extreme(call, static (a, b) => a > b)),
        new("least", "one or more numbers", 1, int.MaxValue, call => Extreme(call, static (a, b) => a < b)),
        new("round", "a number and the digits to keep", 1, 2, Round),
        new("haversine", "two pairs of latitude and longitude", 4, 4, Haversine),
        Adapters.Number("toNumber", static number => number),
        Adapters.Number("toDouble", static number => number),
        Adapters.Number("toInt", Math.Truncate),
        Adapters.Number("toLong", Math.Truncate),
        new("histogram", "a number and the width of a bucket", 2, 2, Histogram),
    ];

    /// <summary>The lower bound of the bucket that holds a number.</summary>
    public static double Bucket(double number, double width) => Math.Floor(number / width) * width;

    static RowValue Extreme(CallSite call, Func<double, double, bool> isBetter)
    {
        var arguments = call.Arguments();
        return row =>
        {
            double? best = null;
            foreach (var argument in arguments)
            {
                if (argument(row).TryNumber(out var number) && (best is null || isBetter(number, best.Value)))
                {
                    best = number;
                }
            }

            return best is { } found ? Value.Number(found) : Value.Missing;
        };
    }

    static RowValue Round(CallSite call)
    {
        var argument = call.Argument(0);
        var digits = call.Count == 2 ? call.Argument(1) : static _ => Value.Number(0);
        return row =>
        {
            if (!argument(row).TryNumber(out var number) || !digits(row).TryNumber(out var places))
            {
                return Value.Missing;
            }

            var factor = Math.Pow(10, Math.Truncate(places));
            return Value.Number(Math.Round(number * factor, MidpointRounding.AwayFromZero) / factor);
        };
    }

    /// <summary>Kilometres along a great circle.</summary>
    static RowValue Haversine(CallSite call)
    {
        var arguments = call.Arguments();
        return row =>
        {
            Span<double> radians = stackalloc double[4];
            for (var i = 0; i < radians.Length; i++)
            {
                if (!arguments[i](row).TryNumber(out var degrees))
                {
                    return Value.Missing;
                }

                radians[i] = double.DegreesToRadians(degrees);
            }

            var latitude = Math.Sin((radians[2] - radians[0]) / 2);
            var longitude = Math.Sin((radians[3] - radians[1]) / 2);
            var chord = latitude * latitude + Math.Cos(radians[0]) * Math.Cos(radians[2]) * longitude * longitude;
            return Value.Number(2 * EarthRadius * Math.Asin(Math.Sqrt(Math.Min(1, chord))));
        };
    }

    static RowValue Histogram(CallSite call)
    {
        var (argument, width) = (call.Argument(0), call.Argument(1));
        return row =>
            argument(row).TryNumber(out var number) && width(row).TryNumber(out var bucket) && bucket > 0
                ? Value.Number(Bucket(number, bucket))
                : Value.Missing;
    }
}
