namespace Emulator.Languages.MetricMath.Functions;

/// <summary>Functions that choose among the members of an array.</summary>
internal static class Arrays
{
    /// <summary>The member at an index, or an empty series when the array has no members.</summary>
    public static SeriesValue Member(Call call, Index index) =>
        new(call.Members(0) is [_, ..] members ? members[index] : TimeSeries.Empty("", call.Evaluation.Period));

    public static ArrayValue RemoveEmpty(Call call) => new([.. call.Members(0).Where(member => member.Count > 0)]);

    /// <summary>The members from a start, inclusive, to an end, exclusive; beyond the array there is nothing.</summary>
    public static ArrayValue Slice(Call call)
    {
        var start = Whole(call, 1);
        var end = call.Arguments.Length > 2 ? Whole(call, 2) : int.MaxValue;
        return new([.. call.Members(0).Take(end).Skip(start)]);
    }

    /// <summary>The members by a statistic of their points; equal ones keep their order, empty ones come last.</summary>
    public static ArrayValue Sort(Call call)
    {
        var statistic = Statistic(call.Text(1));
        var keyed = call.Members(0)
            .Select(member => (Member: member, Key: statistic(Moments.Of(member.Values))))
            .ToList();
        var filled = keyed.Where(pair => pair.Member.Count > 0);
        var sorted =
            call.Text(2) == "ASC" ? filled.OrderBy(pair => pair.Key) : filled.OrderByDescending(pair => pair.Key);
        var members = sorted.Concat(keyed.Where(pair => pair.Member.Count == 0)).Select(pair => pair.Member);
        return new([.. call.Arguments.Length > 3 ? members.Take(Whole(call, 3)) : members]);
    }

    static Func<Moments, double> Statistic(string keyword) =>
        keyword switch
        {
            "AVG" => static moments => moments.Average,
            "MIN" => static moments => moments.Minimum,
            "MAX" => static moments => moments.Maximum,
            _ => static moments => moments.Sum,
        };

    /// <summary>A scalar argument as a count of members.</summary>
    static int Whole(Call call, int index)
    {
        var number = call.Number(index);
        return double.IsNaN(number)
            ? throw MetricMathErrors.NumberMissing(call.Syntax, index + 1)
            : (int)Math.Clamp(number, 0, int.MaxValue);
    }
}
