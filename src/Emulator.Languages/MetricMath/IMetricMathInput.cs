using Emulator.Languages.MetricMath.Bands;
using Emulator.Languages.Search;

namespace Emulator.Languages.MetricMath;

/// <summary>What an expression reads while it is evaluated: the other queries of the request and the request's range.</summary>
/// <remarks>A service answers from what it fetched; the language knows nothing of where values come from.</remarks>
public interface IMetricMathInput
{
    /// <summary>The Period of the query that is evaluated, in seconds, if it has one.</summary>
    int? Period { get; }

    /// <summary>The end of the range in Unix seconds; exclusive.</summary>
    long End { get; }

    /// <summary>The first slot of the range for a period, in Unix seconds: StartTime rounded as that period asks for.</summary>
    long GridStart(int period);

    /// <summary>Announces points that are going to be computed, so that a request which wants too many is refused in time.</summary>
    void Reserve(long points);

    /// <summary>The Ids of all MetricStat queries in request order, whether they return data or not.</summary>
    IReadOnlyList<string> MetricIds { get; }

    /// <summary>The period in seconds of the query with this Id.</summary>
    int PeriodOf(string id);

    /// <summary>The value of the query with this Id, an Id that was resolved by the check.</summary>
    MetricMathResult Find(string id);

    /// <summary>The metrics that a SEARCH finds, in first-seen order and labelled; without points in the range they are empty.</summary>
    IReadOnlyList<TimeSeries> Search(MetricSearch search, string statistic, int period);

    /// <summary>A statistic of a Contributor Insights rule, as GetInsightRuleReport counts it.</summary>
    TimeSeries InsightRuleMetric(string ruleName, string metric, int period);

    /// <summary>The model for the metric or expression with this Id, trained on the two weeks before the range.</summary>
    AnomalyBandModel AnomalyModel(string id);

    /// <summary>The quota that belongs to a usage metric; null when none is known.</summary>
    double? ServiceQuota(string id);
}
