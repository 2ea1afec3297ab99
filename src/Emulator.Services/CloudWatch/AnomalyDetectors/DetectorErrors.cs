using Emulator.Protocol;

namespace Emulator.Services.CloudWatch.AnomalyDetectors;

/// <summary>The errors of the anomaly detector operations; AWS's own texts are not known.</summary>
static class DetectorErrors
{
    public static AwsException TwoSubjects() =>
        CloudWatchErrors.InvalidParameterCombination(
            "Specify exactly one of SingleMetricAnomalyDetector, MetricMathAnomalyDetector, and Namespace with MetricName and Stat."
        );

    public static AwsException NoSubject() => CloudWatchErrors.Missing("SingleMetricAnomalyDetector");

    public static AwsException NotOneExpression(string path) =>
        CloudWatchErrors.InvalidParameterValue(
            $"The parameter {path} must have exactly one query with ReturnData true, and it must be an expression."
        );

    public static AwsException Unsuitable(string path, string fault) =>
        CloudWatchErrors.InvalidParameterValue($"The parameter {path} is not valid: {fault}.");

    public static AwsException UnknownTimeZone(string name) =>
        CloudWatchErrors.InvalidParameterValue(
            $"The value {name} for parameter Configuration.MetricTimezone is not a time zone of the tz database."
        );

    public static AwsException EmptyRange(string path) =>
        CloudWatchErrors.InvalidParameterValue(
            $"The parameter {path}.StartTime must be less than the parameter {path}.EndTime."
        );

    public static AwsException TooMany(int limit) =>
        CloudWatchErrors.LimitExceeded($"There are already {limit} anomaly detectors in this account and Region.");

    public static AwsException NotFound(string id) => CloudWatchErrors.ResourceNotFound("AnomalyDetector", id);
}
