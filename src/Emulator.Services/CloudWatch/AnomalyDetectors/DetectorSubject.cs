using Emulator.Services.CloudWatch.Metrics;
using Emulator.Services.CloudWatch.Metrics.Queries;
using Emulator.Services.CloudWatch.Shapes;

namespace Emulator.Services.CloudWatch.AnomalyDetectors;

/// <summary>What a detector watches: a statistic of a metric, or an expression.</summary>
/// <param name="Plan">The query for it, with all that it reads.</param>
/// <param name="Id">Which query of the plan it is.</param>
sealed record DetectorSubject(QueryPlan Plan, string Id)
{
    const string MathPath = "MetricMathAnomalyDetector.MetricDataQueries";
    const int MaxQueries = 10;

    /// <summary>The period at which the training of a detector of a metric is looked at, in seconds.</summary>
    const int TrainingPeriod = 300;

    /// <summary>A statistic of a metric.</summary>
    public static DetectorSubject Of(SingleMetricAnomalyDetector single) =>
        new(
            QueryPlan.Of([
                new MetricDataQuery
                {
                    Id = "m1",
                    MetricStat = new MetricStat
                    {
                        Metric = new Metric
                        {
                            Namespace = single.Namespace,
                            MetricName = single.MetricName,
                            Dimensions = single.Dimensions,
                        },
                        Period = TrainingPeriod,
                        Stat = single.Stat!,
                    },
                },
            ]),
            "m1"
        );

    /// <summary>An expression.</summary>
    /// <exception cref="Protocol.AwsException">The queries are wrong, or not one of them returns one series.</exception>
    public static DetectorSubject Of(MetricMathAnomalyDetector math)
    {
        if (math.MetricDataQueries is not { Count: > 0 } queries)
        {
            throw CloudWatchErrors.Missing(MathPath);
        }

        QueryRules.Require(queries, MathPath, MaxQueries);
        var plan = QueryPlan.Of(queries);
        if (plan.Queries.Where(static query => query.IsReturned).ToList() is not [PlannedMath returned])
        {
            throw DetectorErrors.NotOneExpression(MathPath);
        }

        return MathDetectorRules.FindFault(plan, returned) is { } fault
            ? throw DetectorErrors.Unsuitable(MathPath, fault)
            : new DetectorSubject(plan, returned.Id);
    }

    /// <summary>Equal for subjects that are the same, whatever else stands in their requests.</summary>
    public string Key =>
        Plan.Find(Id) is PlannedMetric metric
            ? KeyOf(metric)
            : string.Join('\n', Plan.ReadBy(Id).Select(query => KeyOf(query.Source)));

    static string KeyOf(PlannedMetric metric) =>
        string.Join(
            '\0',
            metric
                .Key.Dimensions.OrderBy(dimension => dimension.Name, StringComparer.Ordinal)
                .SelectMany(dimension => new[] { dimension.Name, dimension.Value })
                .Prepend(metric.Statistic.Name)
                .Prepend(metric.Key.Name)
                .Prepend(metric.Key.Namespace)
        );

    static string KeyOf(MetricDataQuery query) => (query with { Label = null, ReturnData = null }).ToString();
}
