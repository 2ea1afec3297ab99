namespace Emulator.Languages.MetricMath.Functions;

/// <summary>Functions that make one number of many: over the points of a series, or over the members of an array at each timestamp.</summary>
internal static class Aggregates
{
    /// <param name="ofPoints">The scalar of one series; the second argument is the number of slots of the range.</param>
    /// <param name="ofMembers">The value at a timestamp; the second argument is the number of members.</param>
    public static Overload[] Overloads(Func<Moments, int, double> ofPoints, Func<Moments, int, double> ofMembers) =>
        [
            new([Parameter.Series], MetricMathType.Scalar, call => OverPoints(call, ofPoints)),
            new(
                [Parameter.SeriesArray],
                MetricMathType.TimeSeries,
                call => new SeriesValue(OverMembers(call, ofMembers))
            ),
        ];

    /// <inheritdoc cref="Overloads(Func{Moments, int, double}, Func{Moments, int, double})"/>
    public static Overload[] Overloads(Func<Moments, double> ofValues) =>
        Overloads((moments, _) => ofValues(moments), (moments, _) => ofValues(moments));

    static ScalarValue OverPoints(Call call, Func<Moments, int, double> statistic)
    {
        var series = call.Series(0);
        return ScalarValue.Of(statistic(Moments.Of(series.Values), call.Evaluation.SlotCount(series.Period)));
    }

    static TimeSeries OverMembers(Call call, Func<Moments, int, double> statistic)
    {
        var members = call.Members(0);
        var timestamps = Timeline.Union(members);
        var moments = new Moments[timestamps.Length];
        var period = 0;
        var hasArithmeticError = false;
        foreach (var member in members)
        {
            AddPoints(moments, timestamps, member);
            period = Math.Max(period, member.Period);
            hasArithmeticError |= member.HasArithmeticError;
        }

        var values = Array.ConvertAll(moments, slot => statistic(slot, members.Count));
        return TimeSeries.OfFinite(
            "",
            members.Count == 0 ? call.Evaluation.Period : period,
            timestamps,
            values,
            hasArithmeticError
        );
    }

    static void AddPoints(Moments[] moments, long[] timestamps, TimeSeries member)
    {
        for (int point = 0, slot = 0; point < member.Count; point++, slot++)
        {
            while (timestamps[slot] != member.Timestamps[point])
            {
                slot++;
            }

            moments[slot].Add(member.Values[point]);
        }
    }
}
