using Emulator.Services.CloudWatch.Metrics.Queries;

namespace Emulator.Services.CloudWatch.AnomalyDetectors;

/// <summary>Which expressions a model can be made of.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html#using-anomaly-detection-on-metric-math"/>
/// </remarks>
static class MathDetectorRules
{
    const int MaxQueries = 10;
    const int MinPeriod = 60;
    const int MaxPeriod = 3600;

    static readonly HashSet<string> NotAllowed =
    [
        "METRICS",
        "SEARCH",
        "LAMBDA",
        "DB_PERF_INSIGHTS",
        "ANOMALY_DETECTION_BAND",
    ];

    /// <returns><c>null</c> when nothing is wrong.</returns>
    public static string? FindFault(QueryPlan plan, PlannedMath query)
    {
        var read = plan.ReadBy(query.Id).ToList();
        var function = read.OfType<PlannedMath>()
            .SelectMany(static math => math.Expression.Functions)
            .FirstOrDefault(NotAllowed.Contains);
        var periods = read.OfType<PlannedMetric>().Select(static metric => metric.Period).Distinct().ToList();
        return read.Count > MaxQueries ? $"Anomaly detection takes at most {MaxQueries} metrics and expressions"
            : function is not null ? $"Anomaly detection does not take expressions with {function}"
            : query.Symbol.Type != Languages.MetricMath.MetricMathType.TimeSeries
                ? "Anomaly detection takes expressions with a single time series"
            : periods is not [>= MinPeriod and <= MaxPeriod]
                ? $"Anomaly detection on metric math takes metrics of one period, from {MinPeriod} to {MaxPeriod} seconds"
            : null;
    }
}
