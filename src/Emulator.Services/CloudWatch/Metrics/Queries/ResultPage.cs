using Emulator.Languages.MetricMath;

namespace Emulator.Services.CloudWatch.Metrics.Queries;

/// <summary>The stretch of time that one page of GetMetricData covers, the same for every series.</summary>
/// <param name="First">The first time of the page, in seconds since the epoch.</param>
/// <param name="Last">The last time of the page; included.</param>
/// <param name="HasMore">Whether there are points beyond the page, in the direction of the scan.</param>
readonly record struct ResultPage(long First, long Last, bool HasMore)
{
    /// <summary>Cuts as many times out of all series as leave no more than a number of points.</summary>
    /// <param name="maxPoints">Above 0.</param>
    /// <param name="after">Where the page before ended, in seconds since the epoch; <c>null</c> for the first page.</param>
    public static ResultPage Cut(IReadOnlyList<QueryResult> results, int maxPoints, bool isAscending, long? after)
    {
        if (after is null && results.Sum(static result => (long)result.Series.Count) <= maxPoints)
        {
            return new ResultPage(long.MinValue, long.MaxValue, HasMore: false);
        }

        var times = results
            .SelectMany(static result => result.Series.Timestamps)
            .Where(time => after is not { } end || (isAscending ? time > end : time < end))
            .Distinct()
            .Order()
            .ToList();
        var count = Math.Min(times.Count, Math.Max(1, maxPoints / Math.Max(1, results.Count)));
        if (count == 0)
        {
            return new ResultPage(long.MaxValue, long.MinValue, HasMore: false);
        }

        var start = isAscending ? 0 : times.Count - count;
        return new ResultPage(times[start], times[start + count - 1], count < times.Count);
    }

    /// <summary>Where the next page goes on, in seconds since the epoch.</summary>
    public long EndOf(bool isAscending) => isAscending ? Last : First;

    /// <summary>Which points of a series are on the page.</summary>
    public Range Of(TimeSeries series)
    {
        var start = IndexFrom(series, First);
        var end = Last == long.MaxValue ? series.Count : IndexFrom(series, Last + 1);
        return start..Math.Max(start, end);
    }

    static int IndexFrom(TimeSeries series, long time) =>
        Ascending.IndexFrom<long>(series.Timestamps, time, static (in long timestamp) => timestamp);
}
