namespace Emulator.Services.CloudWatch.Shapes;

/// <summary>What an anomaly detector watches.</summary>
internal static class AnomalyDetectorType
{
    public const string SingleMetric = "SINGLE_METRIC";
    public const string MetricMath = "METRIC_MATH";
}
