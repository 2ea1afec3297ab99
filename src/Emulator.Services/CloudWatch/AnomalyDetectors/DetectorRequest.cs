using Emulator.Services.CloudWatch.Metrics;
using Emulator.Services.CloudWatch.Shapes;

namespace Emulator.Services.CloudWatch.AnomalyDetectors;

/// <summary>The three ways in which a request says what a detector watches.</summary>
/// <param name="Deprecated">Namespace, MetricName, Dimensions and Stat of the request itself.</param>
sealed record DetectorRequest(
    SingleMetricAnomalyDetector Deprecated,
    SingleMetricAnomalyDetector? Single,
    MetricMathAnomalyDetector? Math
)
{
    const string SinglePath = "SingleMetricAnomalyDetector.";

    bool HasDeprecated =>
        Deprecated is not { Namespace: null, MetricName: null, Dimensions: null or { Count: 0 }, Stat: null };

    /// <summary>The metric of either form; <c>null</c> for an expression.</summary>
    public SingleMetricAnomalyDetector? Metric => Single ?? (HasDeprecated ? Deprecated : null);

    /// <summary>Whether the request says nothing of a metric or an expression.</summary>
    public bool IsEmpty => Metric is null && Math is null;

    /// <param name="account">The account that asks.</param>
    /// <exception cref="Protocol.AwsException">InvalidParameterCombination, MissingParameter, InvalidParameterValue.</exception>
    public DetectorSubject RequireSubject(string account)
    {
        if ((HasDeprecated ? 1 : 0) + (Single is null ? 0 : 1) + (Math is null ? 0 : 1) > 1)
        {
            throw DetectorErrors.TwoSubjects();
        }

        if (Math is not null)
        {
            return DetectorSubject.Of(Math);
        }

        var metric = Metric ?? throw DetectorErrors.NoSubject();
        RequireComplete(metric, Single is null ? "" : SinglePath, account);
        return DetectorSubject.Of(metric);
    }

    static void RequireComplete(SingleMetricAnomalyDetector metric, string path, string account)
    {
        var errors = new ParameterErrors();
        if (metric.Namespace is null)
        {
            errors.Add(CloudWatchErrors.Missing($"{path}Namespace"));
        }

        if (metric.MetricName is null)
        {
            errors.Add(CloudWatchErrors.Missing($"{path}MetricName"));
        }

        if (metric.Stat is null)
        {
            errors.Add(CloudWatchErrors.Missing($"{path}Stat"));
        }
        else if (!Statistic.TryParse(metric.Stat, out _))
        {
            errors.Add(CloudWatchErrors.NotSupported(metric.Stat, $"{path}Stat"));
        }

        if (metric.AccountId is { } other && other != account)
        {
            errors.Add(CloudWatchErrors.NotSupported(other, $"{path}AccountId"));
        }

        errors.ThrowIfAny();
    }
}
