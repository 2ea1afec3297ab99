using Emulator.Services.CloudWatch.Alarms.Watching;
using Emulator.Services.CloudWatch.Metrics;
using Emulator.Services.CloudWatch.Shapes;
using Emulator.Services.Resources;

namespace Emulator.Services.CloudWatch.Alarms.Rules;

/// <summary>The rules of PutMetricAlarm that its shape does not declare.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html"/></remarks>
static class MetricAlarmRules
{
    const int Hour = 3600;
    const int Day = 86_400;
    const int Week = 604_800;

    /// <exception cref="Protocol.AwsException">
    /// ValidationError, InvalidParameterValue; NotImplemented for what the emulator cannot evaluate.
    /// </exception>
    public static void Require(MetricAlarm alarm, Scope scope)
    {
        AlarmNames.Require(alarm.AlarmName);
        ActionRules.Require(alarm, scope);
        if (alarm.EvaluationCriteria is not null)
        {
            throw AlarmErrors.NotEmulated("Alarms on PromQL queries");
        }

        if (alarm.EvaluationInterval is not null)
        {
            throw AlarmErrors.IntervalWithoutCriteria();
        }

        int period;
        if (alarm.Metrics is not null)
        {
            RequireNoMetric(alarm);
            RequireEvaluation(alarm);
            RequireThreshold(alarm);
            period = MetricListRules.Require(alarm, scope);
        }
        else
        {
            RequireMetric(alarm);
            RequireStatistic(alarm);
            period = alarm.Period ?? throw AlarmErrors.Lacks("a Period");
            RequirePeriod(period);
            RequireEvaluation(alarm);
            RequireThreshold(alarm);
        }

        RequireMissingData(alarm);
        RequireWindow(alarm, period);
        RequireRange(period, alarm.EvaluationPeriods!.Value);
    }

    /// <exception cref="Protocol.AwsException">ValidationError.</exception>
    public static void RequirePeriod(int period)
    {
        if (period is not (10 or 20 or 30) && (period <= 0 || period % 60 != 0))
        {
            throw AlarmErrors.UnknownPeriod();
        }
    }

    static void RequireNoMetric(MetricAlarm alarm)
    {
        (string Name, bool IsSet)[] parameters =
        [
            (nameof(alarm.MetricName), alarm.MetricName is not null),
            (nameof(alarm.Namespace), alarm.Namespace is not null),
            (nameof(alarm.Dimensions), alarm.Dimensions is { Count: > 0 }),
            (nameof(alarm.Period), alarm.Period is not null),
            (nameof(alarm.Unit), alarm.Unit is not null),
            (nameof(alarm.Statistic), alarm.Statistic is not null),
            (nameof(alarm.ExtendedStatistic), alarm.ExtendedStatistic is not null),
        ];
        foreach (var (name, isSet) in parameters)
        {
            if (isSet)
            {
                throw AlarmErrors.NotWithMetrics(name);
            }
        }
    }

    static void RequireMetric(MetricAlarm alarm)
    {
        if (alarm.MetricName is null)
        {
            throw AlarmErrors.Null(nameof(alarm.MetricName));
        }

        if (alarm.Namespace is null)
        {
            throw AlarmErrors.Null(nameof(alarm.Namespace));
        }

        if ((alarm.Dimensions ?? []).DistinctBy(dimension => dimension.Name).Count() != (alarm.Dimensions?.Count ?? 0))
        {
            throw CloudWatchErrors.DuplicateDimension();
        }
    }

    static void RequireStatistic(MetricAlarm alarm)
    {
        switch (alarm)
        {
            case { Statistic: not null, ExtendedStatistic: not null }:
                throw AlarmErrors.BothStatistics();
            case { Statistic: null, ExtendedStatistic: null }:
                throw AlarmErrors.Lacks("a Statistic");
            case { ExtendedStatistic: { } name }
                when !Statistic.TryParse(name, out var statistic) || !statistic.NeedsDistribution:
                throw CloudWatchErrors.NotSupported(name, nameof(alarm.ExtendedStatistic));
        }
    }

    static void RequireEvaluation(MetricAlarm alarm)
    {
        if (alarm.EvaluationPeriods is not { } periods)
        {
            throw AlarmErrors.Lacks("an EvaluationPeriods");
        }

        if (alarm.DatapointsToAlarm > periods)
        {
            throw AlarmErrors.MoreDatapointsThanPeriods();
        }

        if (alarm.ComparisonOperator is null)
        {
            throw AlarmErrors.Lacks("a valid ComparisonOperator");
        }
    }

    static void RequireThreshold(MetricAlarm alarm)
    {
        var isRange =
            alarm.ComparisonOperator
            is ComparisonOperator.GreaterThanUpperThreshold
                or ComparisonOperator.LessThanLowerThreshold
                or ComparisonOperator.LessThanLowerOrGreaterThanUpperThreshold;
        switch (alarm)
        {
            case { Threshold: not null, ThresholdMetricId: not null }:
                throw AlarmErrors.BothThresholds();
            case { ThresholdMetricId: null } when isRange:
                throw AlarmErrors.RangeWithoutBand();
            case { ThresholdMetricId: not null, Metrics: null }:
                throw AlarmErrors.NoBand(alarm.ThresholdMetricId);
            case { ThresholdMetricId: not null } when !isRange:
                throw AlarmErrors.BandWithoutRange();
            case { ThresholdMetricId: null } when alarm.Threshold is not { } threshold || !double.IsFinite(threshold):
                throw AlarmErrors.Lacks("valid Threshold");
        }
    }

    static void RequireMissingData(MetricAlarm alarm)
    {
        if (alarm.TreatMissingData is { } treatment && !MissingDataNames.TryParse(treatment, out _))
        {
            throw AlarmErrors.UnknownTreatment(treatment);
        }

        if (alarm.EvaluateLowSampleCountPercentile is not { } option)
        {
            return;
        }

        if (option is not ("evaluate" or "ignore"))
        {
            throw AlarmErrors.UnknownLowSampleOption(option);
        }

        var isPercentile =
            alarm.ExtendedStatistic is { } name
            && Statistic.TryParse(name, out var statistic)
            && statistic.Kind == StatisticKind.Percentile;
        if (!isPercentile)
        {
            throw AlarmErrors.LowSamplesOfStatistic(alarm.Statistic ?? alarm.ExtendedStatistic ?? "null");
        }
    }

    static void RequireWindow(MetricAlarm alarm, int period)
    {
        switch (alarm.EvaluationWindow)
        {
            case null or { SlidingWindow: not null, WallClockWindow: null }:
                return;
            case not { SlidingWindow: null, WallClockWindow: not null }:
                throw AlarmErrors.WindowMembers();
        }

        if (period is not (60 or 300 or Hour or Day or Week))
        {
            throw AlarmErrors.WallClockPeriod();
        }

        if (alarm.EvaluationWindow.WallClockWindow.Timezone is { } zone && !WallClock.TryParseZone(zone, out _))
        {
            throw AlarmErrors.UnknownTimeZone(zone);
        }

        if (alarm.Metrics is not null && !new AlarmSchedule(alarm, period, isExpression: true).IsEven)
        {
            throw AlarmErrors.NotEmulated("Alarms on a list of Metrics with days of 23 and 25 hours");
        }
    }

    static void RequireRange(int period, int periods)
    {
        var seconds = (long)period * periods;
        if (period < Hour && seconds > Day)
        {
            throw AlarmErrors.MoreThanADay();
        }

        if (period >= Hour && seconds > Week)
        {
            throw AlarmErrors.MoreThanAWeek();
        }
    }
}
