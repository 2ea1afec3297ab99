namespace Emulator.Languages.MetricMath.Functions;

/// <summary>Functions whose series come from the service rather than from other arguments.</summary>
internal static class Sources
{
    const double DefaultDeviations = 2;

    /// <summary>The metrics of the request, or those whose Id contains a string.</summary>
    public static ArrayValue Metrics(Call call)
    {
        var input = call.Evaluation.Input;
        var part = call.Arguments is [TextValue text] ? text.Text : "";
        var ids = input.MetricIds.Where(id => id.Contains(part, StringComparison.Ordinal));
        return new([.. ids.Select(id => input.Find(id).Series[0])]);
    }

    /// <summary>The metrics that match a search; its own period wins over that of the query.</summary>
    public static ArrayValue Search(Call call)
    {
        var search = ((SearchValue)call.Arguments[0]).Search;
        var period = call.Arguments.Length > 2 ? (int)call.Number(2) : QueryPeriod(call);
        return new(call.Evaluation.Input.Search(search, call.Text(1), period));
    }

    public static SeriesValue InsightRuleMetric(Call call) =>
        new(call.Evaluation.Input.InsightRuleMetric(call.Text(0), call.Text(1), QueryPeriod(call)));

    /// <summary>The quota of a usage metric in every slot; without a known quota no points.</summary>
    public static SeriesValue ServiceQuota(Call call)
    {
        var input = call.Evaluation.Input;
        var period = input.PeriodOf(call.Text(0));
        return new(
            input.ServiceQuota(call.Text(0)) is { } quota
                ? call.Evaluation.Constant("", period, quota)
                : TimeSeries.Empty("", period)
        );
    }

    /// <summary>The lower bound and the upper bound of the values to expect.</summary>
    /// <remarks>The 2026 user guide says that LAST is the upper bound; the 2023 edition said the lower.</remarks>
    public static ArrayValue AnomalyDetectionBand(Call call)
    {
        var deviations = call.Arguments.Length > 1 ? call.Number(1) : DefaultDeviations;
        if (!(deviations > 0))
        {
            throw MetricMathErrors.DeviationsNotPositive(call.Syntax);
        }

        var input = call.Evaluation.Input;
        var source = input.Find(call.Text(0)).Series[0];
        var slots = call.Evaluation.Grid(source.Period);
        var (lower, upper) = input.AnomalyModel(call.Text(0)).Band(source, slots, deviations);
        return new([lower, upper]);
    }

    /// <summary>Performance Insights is not emulated: its databases report nothing.</summary>
    public static SeriesValue NoCounter(Call call) => new(TimeSeries.Empty(call.Text(2), call.Evaluation.Period));

    /// <inheritdoc cref="NoCounter"/>
    public static ArrayValue NoCounters(Call call) =>
        new([
            .. ((TextArrayValue)call.Arguments[2]).Texts.Select(counter =>
                TimeSeries.Empty(counter, call.Evaluation.Period)
            ),
        ]);

    static int QueryPeriod(Call call) => call.Evaluation.Input.Period ?? call.Evaluation.Period;
}
