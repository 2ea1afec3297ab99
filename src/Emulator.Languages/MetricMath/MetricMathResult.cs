namespace Emulator.Languages.MetricMath;

/// <summary>What a query yields: one series, or an array of any number of them.</summary>
/// <param name="Series">Exactly one unless <paramref name="IsArray"/>.</param>
public sealed record MetricMathResult(IReadOnlyList<TimeSeries> Series, bool IsArray)
{
    public static MetricMathResult Of(TimeSeries series) => new([series], IsArray: false);

    public static MetricMathResult Of(IReadOnlyList<TimeSeries> series) => new(series, IsArray: true);

    /// <summary>
    /// The label of one of the series: the expression's label or Id; for an array the expression's label before the
    /// member's.
    /// </summary>
    /// <param name="label">The Label of the MetricDataQuery, if it has one.</param>
    public string LabelOf(TimeSeries member, string id, string? label)
    {
        var expression = string.IsNullOrEmpty(label) ? null : label;
        if (!IsArray || member.Label.Length == 0)
        {
            return expression ?? id;
        }

        return expression is null ? member.Label : $"{expression} {member.Label}";
    }
}
