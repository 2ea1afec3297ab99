using Emulator.Languages.MetricMath;
using Emulator.Languages.MetricsSql;
using Emulator.Services.CloudWatch.Shapes;

namespace Emulator.Services.CloudWatch.Metrics.Queries;

/// <summary>A query of a request, ready to run.</summary>
/// <param name="Source">The query as it was asked.</param>
abstract record PlannedQuery(MetricDataQuery Source)
{
    public string Id => Source.Id;

    /// <summary>Whether the result is answered; otherwise only other queries read it.</summary>
    public bool IsReturned => Source.ReturnData ?? true;

    /// <summary>What the query yields in metric math.</summary>
    public abstract MetricMathSymbol Symbol { get; }
}

/// <summary>A statistic of one metric.</summary>
sealed record PlannedMetric(MetricDataQuery Source, MetricKey Key, Statistic Statistic) : PlannedQuery(Source)
{
    /// <summary>Seconds.</summary>
    public int Period => Source.MetricStat!.Period;

    /// <summary>Only data in this unit; <c>null</c> for data in any.</summary>
    public string? Unit => Source.MetricStat!.Unit;

    public override MetricMathSymbol Symbol => new(MetricMathType.TimeSeries, IsMetric: true);
}

/// <summary>A metric math expression.</summary>
/// <param name="Expression">What it names and calls.</param>
/// <param name="Plan">How to compute it.</param>
sealed record PlannedMath(MetricDataQuery Source, MetricMathExpression Expression, MetricMathPlan Plan)
    : PlannedQuery(Source)
{
    public override MetricMathSymbol Symbol => new(Plan.Type, IsMetric: false);
}

/// <summary>A Metrics Insights query.</summary>
sealed record PlannedSelect(MetricDataQuery Source, MetricsSqlQuery Query) : PlannedQuery(Source)
{
    public override MetricMathSymbol Symbol => new(Query.Type, IsMetric: false);
}
