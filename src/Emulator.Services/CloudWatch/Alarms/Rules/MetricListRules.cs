using Emulator.Languages.MetricMath;
using Emulator.Languages.MetricsSql;
using Emulator.Protocol;
using Emulator.Services.CloudWatch.Alarms.Actions;
using Emulator.Services.CloudWatch.Metrics.Queries;
using Emulator.Services.CloudWatch.Shapes;
using Emulator.Services.Resources;

namespace Emulator.Services.CloudWatch.Alarms.Rules;

/// <summary>The rules for the list of metrics and expressions of an alarm.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Create-alarm-on-metric-math-expression.html"/>
/// </remarks>
static class MetricListRules
{
    const string Band = "ANOMALY_DETECTION_BAND";
    const int MaxQueries = 20;
    const int MaxMetrics = 10;
    const int MaxExpressions = 10;

    /// <returns>The period of the alarm, in seconds.</returns>
    /// <exception cref="AwsException">ValidationError; NotImplemented for metrics of other accounts and for several series.</exception>
    public static int Require(MetricAlarm alarm, Scope scope)
    {
        var queries = alarm.Metrics!;
        RequireSizes(queries);
        RequireWellFormed(queries);
        foreach (var query in queries)
        {
            if ((query.MetricStat?.Period ?? query.Period) is { } period)
            {
                MetricAlarmRules.RequirePeriod(period);
            }

            if (query.AccountId is { } account && account != scope.Account)
            {
                throw AlarmErrors.NotEmulated("Alarms on metrics of another account");
            }
        }

        var plan = QueryPlan.Of(queries);
        RequireReturned(alarm, plan);
        RequireActions(alarm);
        return PeriodOf(plan);
    }

    /// <summary>The period of the metrics, or of the expression that names none, in seconds.</summary>
    /// <exception cref="AwsException">ValidationError: there is none, or there are two.</exception>
    public static int PeriodOf(QueryPlan plan)
    {
        var metrics = plan.Metrics.Select(metric => metric.Period).Distinct().ToList();
        if (metrics.Count > 1)
        {
            throw AlarmErrors.DifferentPeriods();
        }

        return metrics is [var period]
            ? period
            : plan.Queries.Select(query => query.Source.Period).FirstOrDefault(found => found is not null)
                ?? throw AlarmErrors.Null("Period");
    }

    /// <summary>Whether what an alarm watches yields several time series.</summary>
    public static bool HasContributors(MetricAlarm alarm) =>
        alarm.Metrics is { } queries && QueryPlan.Of(queries).Queries.Any(HasContributors);

    static bool HasContributors(PlannedQuery query) =>
        query is PlannedSelect { Query.IsGrouped: true } && query.IsReturned;

    static void RequireSizes(IReadOnlyList<MetricDataQuery> queries)
    {
        if (queries.Count > MaxQueries)
        {
            throw AlarmErrors.TooManyMetrics("elements", MaxQueries);
        }

        if (queries.Count(query => query.MetricStat is not null) > MaxMetrics)
        {
            throw AlarmErrors.TooManyMetrics("metrics", MaxMetrics);
        }

        if (queries.Count(query => query.Expression is not null) > MaxExpressions)
        {
            throw AlarmErrors.TooManyMetrics("expressions", MaxExpressions);
        }
    }

    static void RequireWellFormed(IReadOnlyList<MetricDataQuery> queries)
    {
        try
        {
            QueryRules.Require(queries, nameof(MetricAlarm.Metrics), MaxQueries);
        }
        catch (AwsException)
        {
            // AWS says no more.
            throw AlarmErrors.InvalidMetrics();
        }
    }

    static void RequireReturned(MetricAlarm alarm, QueryPlan plan)
    {
        var returned = plan.Queries.Where(query => query.IsReturned).ToList();
        var band = alarm.ThresholdMetricId;
        if (returned.Count != (band is null ? 1 : 2))
        {
            throw band is null ? AlarmErrors.ReturnsOne() : AlarmErrors.ReturnsTwo();
        }

        if (band is not null && !returned.Exists(query => query.Id == band && IsBand(query)))
        {
            throw AlarmErrors.NoBand(band);
        }

        var watched = returned.First(query => query.Id != band);
        if (watched is PlannedSelect { Query: { IsGrouped: true, IsOrdered: true } })
        {
            RequireContributorActions(alarm);
            return;
        }

        if (watched.Symbol.Type != MetricMathType.TimeSeries)
        {
            throw AlarmErrors.ManySeries();
        }
    }

    static void RequireContributorActions(MetricAlarm alarm)
    {
        if (ActionRules.Of(alarm).Any(arn => ActionArn.TargetOf(arn) is ActionTarget.AutoScaling or ActionTarget.Ec2))
        {
            throw AlarmErrors.AutoScalingOfManySeries();
        }

        if ((alarm.InsufficientDataActions ?? []).Any(ActionArn.IsOfContributor))
        {
            throw AlarmErrors.InsufficientDataOfContributor();
        }
    }

    static void RequireActions(MetricAlarm alarm)
    {
        foreach (var arn in ActionRules.Of(alarm))
        {
            var target = ActionArn.TargetOf(arn);
            var isMath = alarm.Metrics!.Any(query => query.Expression is not null);
            if (
                (target == ActionTarget.Ec2 && isMath)
                || (target == ActionTarget.AutoScaling && alarm.ThresholdMetricId is not null)
            )
            {
                throw AlarmErrors.ActionOfMetrics(arn);
            }
        }
    }

    static bool IsBand(PlannedQuery query) => query is PlannedMath { Expression.Functions: [Band] };
}
