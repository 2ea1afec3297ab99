using Emulator.Languages.MetricMath;
using Emulator.Languages.Text;
using Emulator.Services.CloudWatch.Metrics;

namespace Emulator.Services.CloudWatch.InsightRules;

/// <summary>The metrics of rules as time series, for <c>INSIGHT_RULE_METRIC</c>.</summary>
static class RuleSeries
{
    /// <param name="metric">One of <see cref="RuleMetric"/>.</param>
    /// <returns>A point in every bucket of the window, 0 where nothing was observed.</returns>
    /// <exception cref="SyntaxException">There is no such rule.</exception>
    /// <exception cref="Protocol.AwsException">InvalidParameterValue: there are too many contributors.</exception>
    public static TimeSeries Read(CloudWatchState state, string ruleName, string metric, MetricWindow window)
    {
        var rule =
            state.InsightRules.Find(ruleName)
            ?? throw new SyntaxException($"Insight rule '{ruleName}' does not exist", default);
        var count = RuleScan.Run(state.Engine, state.Scope, rule, window, CancellationToken.None);
        var times = new long[window.Count];
        var values = new double[window.Count];
        for (var i = 0; i < times.Length; i++)
        {
            times[i] = window.Start + (long)i * window.Period;
            values[i] = count.ValueOf(metric, i);
        }

        return new TimeSeries("", window.Period, times, values);
    }
}
