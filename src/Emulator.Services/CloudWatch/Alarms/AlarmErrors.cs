using System.Globalization;
using Emulator.Protocol;

namespace Emulator.Services.CloudWatch.Alarms;

/// <summary>The errors of the alarm operations.</summary>
/// <remarks>
/// Recorded from AWS or quoted by its users: those of the name, of Metrics, of the periods, of DatapointsToAlarm, of thresholds, of missing data, of
/// rules and of deleting. The others follow their form.
/// </remarks>
static class AlarmErrors
{
    public static AwsException ControlCharacters() => Validation("AlarmName must not contain ASCII Control characters");

    public static AwsException Null(string parameter) => Validation($"{parameter} must not be null");

    public static AwsException NotWithMetrics(string parameter) =>
        Validation($"{parameter} should not be set if list of Metrics is set.");

    public static AwsException BothStatistics() =>
        Validation(
            "PutMetricAlarm request can not be made with both Statistic and ExtendedStatistic parameters. Only one of them should be present"
        );

    /// <param name="parameter">With its article.</param>
    public static AwsException Lacks(string parameter) =>
        Validation($"PutMetricAlarm request should have {parameter} parameter");

    public static AwsException UnknownPeriod() => Validation("Period must be 10, 20, 30 or a multiple of 60");

    public static AwsException MoreThanADay() =>
        Validation("Metrics cannot be checked across more than a day (EvaluationPeriods * Period must be <= 86400)");

    public static AwsException MoreThanAWeek() =>
        Validation(
            "Metrics cannot be checked across more than a week (EvaluationPeriods * Period must be <= 604800) for alarms using period >= 3600"
        );

    public static AwsException MoreDatapointsThanPeriods() =>
        Validation("DatapointsToAlarm must be less than or equal to EvaluationPeriods");

    public static AwsException UnknownTreatment(string value) =>
        Validation(
            $"The value {value} is not supported for TreatMissingData parameter. Supported values are [breaching, notBreaching, ignore, missing]."
        );

    public static AwsException UnknownLowSampleOption(string value) =>
        Validation(
            $"Option {value} is not supported. Supported options for parameter EvaluateLowSampleCountPercentile are evaluate and ignore."
        );

    public static AwsException LowSamplesOfStatistic(string statistic) =>
        Validation(
            $"Option evaluateLowSampleCountPercentile can not be applied with statistic {statistic}. This option is enabled only for percentile statistics."
        );

    public static AwsException InvalidArn(string arn) => Validation($"Invalid arn syntax: {arn}");

    public static AwsException InvalidRegion(string region, string own) =>
        Validation($"Invalid region {region} specified. Only {own} is supported.");

    public static AwsException InvalidMetrics() => Validation("Invalid metrics list");

    public static AwsException TooManyMetrics(string kind, int limit) =>
        Validation($"The list of Metrics must not have more than {limit} {kind}.");

    public static AwsException ReturnsOne() =>
        Validation("Exactly one element of the metrics list should return data.");

    public static AwsException ReturnsTwo() =>
        Validation("Exactly two elements of the metrics list should return data.");

    public static AwsException DifferentPeriods() =>
        Validation("All metrics of the metrics list must have the same period.");

    public static AwsException BothThresholds() => Validation("Threshold and ThresholdMetricId cannot both be set");

    public static AwsException RangeWithoutBand() =>
        Validation("ComparisonOperators for ranges require ThresholdMetricId to be set");

    public static AwsException BandWithoutRange() =>
        Validation("ThresholdMetricId requires a ComparisonOperator for ranges");

    public static AwsException NoBand(string id) =>
        Validation(
            $"ThresholdMetricId {id} must be the Id of an ANOMALY_DETECTION_BAND expression in the metrics list that returns data."
        );

    public static AwsException ManySeries() =>
        Validation(
            "Metrics expression that return multi time series are only allowed for MetricsInsights expression with an ORDER BY clause"
        );

    public static AwsException AutoScalingOfManySeries() =>
        Validation("Autoscaling actions are not available for Multi Time Series alarms");

    public static AwsException InsufficientDataOfContributor() =>
        Validation(
            "InsufficientData actions are not supported for contributor-level action types in Multi Time Series alarms"
        );

    public static AwsException ActionOfMetrics(string arn) =>
        Validation($"The action {arn} is not supported for alarms on a list of Metrics.");

    public static AwsException WindowMembers() =>
        Validation("EvaluationWindow must have exactly one of WallClockWindow and SlidingWindow.");

    public static AwsException WallClockPeriod() =>
        Validation("Period must be 60, 300, 3600, 86400 or 604800 for alarms with a WallClockWindow.");

    public static AwsException UnknownTimeZone(string zone) => Validation($"The time zone {zone} is not valid.");

    public static AwsException IntervalWithoutCriteria() =>
        Validation("EvaluationInterval should not be set if EvaluationCriteria is not set.");

    public static AwsException NameTaken(string name, string type) =>
        Validation($"The name {name} is already in use by an alarm of type {type}.");

    public static AwsException StateReasonDataNotJson() =>
        CloudWatchErrors.InvalidFormat("StateReasonData was not syntactically valid JSON");

    public static AwsException OnlyWithPages(string parameter) =>
        Validation($"The parameter {parameter} can be combined with MaxRecords and NextToken only.");

    public static AwsException NamesAndPrefix() =>
        Validation("The parameters AlarmNames and AlarmNamePrefix are mutually exclusive and you have specified both.");

    public static AwsException OneCompositeAtATime() =>
        Validation("Only one composite alarm can be deleted in a request.");

    public static AwsException HasParents(IReadOnlyList<string> names) =>
        Validation(
            $"Cannot delete {string.Join(',', names)} as there are composite alarm(s) depending on {(names.Count == 1 ? "it" : "them")}."
        );

    public static AwsException RuleNotTrimmed() =>
        Validation("AlarmRule must not contain leading or trailing whitespace or be null");

    public static AwsException InRule(string text, int position) =>
        Validation(string.Create(CultureInfo.InvariantCulture, $"Error in AlarmRule [{text} at char {position}]"));

    public static AwsException UnknownChildren(IEnumerable<string> names) =>
        Validation(
            $"Could not save the composite alarm as alarms [{string.Join(", ", names)}] in the alarm rule do not exist"
        );

    public static AwsException TooManyChildren(int limit) =>
        Validation($"AlarmRule must not refer to more than {limit} alarms.");

    public static AwsException Cycle(IEnumerable<string> path) =>
        Validation($"Could not save the composite alarm as its rule depends on itself: {string.Join(" -> ", path)}");

    public static AwsException TooManyElements(int limit) =>
        Validation($"AlarmRule must not have more than {limit} elements.");

    public static AwsException TooManyParents(string child, int limit) =>
        Validation($"The alarm {child} must not be in the rules of more than {limit} composite alarms.");

    public static AwsException ActionOfComposite(string arn) =>
        Validation($"The action {arn} is not supported for composite alarms.");

    public static AwsException UnknownSuppressor(string alarm) =>
        Validation($"Could not save the composite alarm as the actions suppressor {alarm} does not exist");

    public static AwsException SuppressorIncomplete() =>
        Validation(
            "ActionsSuppressor, ActionsSuppressorWaitPeriod and ActionsSuppressorExtensionPeriod must be set together."
        );

    public static AwsException NegativePeriod(string parameter) =>
        Validation($"{parameter} must be greater than or equal to 0");

    public static AwsException MuteExpression(string text) =>
        Validation(
            $"The schedule expression {text} is neither cron(minute hour day month weekday) nor at(yyyy-MM-ddThh:mm)."
        );

    public static AwsException MuteDuration(string text) =>
        Validation($"The duration {text} is not an ISO 8601 duration from PT1M to P15D.");

    public static AwsException ExpiresBeforeStart() => Validation("ExpireDate must be later than StartDate.");

    public static AwsException TooManyMuteRules(int limit) =>
        CloudWatchErrors.LimitExceededFault($"An account cannot have more than {limit} alarm mute rules in a region.");

    public static AwsException NotEmulated(string what) =>
        WireErrors.NotImplemented($"{what} are not implemented by this emulator.");

    static AwsException Validation(string text) => CloudWatchErrors.Validation(text);
}
